package dev.tenantmesh.generator.reach;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a cluster holds besides the manifests.
 *
 * @param ovn whether the network plugin is OVN-Kubernetes, which shows host processes as a namespace of their own
 * @param namespaces with the labels that the platform, or somebody else, gives them
 * @param tenants by namespace
 * @param trustDomains by tenant
 */
record World(
        boolean ovn,
        Map<String, Map<String, String>> namespaces,
        List<Endpoint> endpoints,
        Map<String, String> tenants,
        Map<String, String> trustDomains) {

    boolean isOfTenant(Endpoint endpoint) {
        return endpoint.isPod() && tenants.containsKey(endpoint.namespace());
    }

    String tenant(Endpoint endpoint) {
        return tenants.getOrDefault(endpoint.namespace(), "");
    }

    /** What a pod that behaves can prove of itself. */
    Mode own(Endpoint source) {
        return isOfTenant(source) && source.proxy() != Endpoint.Proxy.NONE
                ? Mode.mtls(trustDomains.get(tenant(source)), source.namespace(), source.account())
                : Mode.PLAINTEXT;
    }

    /**
     * What a hostile source can prove. A pod of a tenant may run under each account of the tenant; a stranger is taken
     * to have found a way to enrol with every mesh, under its own name.
     */
    Set<Mode> hostile(Endpoint source) {
        Set<Mode> modes = new TreeSet<>((one, other) -> one.identity().compareTo(other.identity()));
        modes.add(Mode.PLAINTEXT);
        if (isOfTenant(source)) {
            endpoints.stream()
                    .filter(other -> isOfTenant(other) && tenant(other).equals(tenant(source)))
                    .map(other -> Mode.mtls(trustDomains.get(tenant(source)), other.namespace(), other.account()))
                    .forEach(modes::add);
        } else if (source.isPod()) {
            trustDomains.values().forEach(domain -> modes.add(Mode.mtls(domain, source.namespace(), source.account())));
        }
        return modes;
    }
}
