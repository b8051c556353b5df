package dev.tenantmesh.verifier.policy.visible;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.ExportTo;
import java.util.List;
import java.util.Map;

/**
 * Everything that manifests say about what proxies are told and what they send.
 *
 * @param sidecars whom proxies are told of
 * @param serviceEntries hosts beside those of Services
 * @param virtualServices where proxies lead connections
 * @param destinationRules how they make them
 * @param services what Services that say something of it say of where they are known, by {@code namespace/name}
 */
public record VisibleModel(
        List<Sidecar> sidecars,
        List<ServiceEntry> serviceEntries,
        List<VirtualService> virtualServices,
        List<DestinationRule> destinationRules,
        Map<String, Mark> services) {

    public VisibleModel {
        sidecars = List.copyOf(sidecars);
        serviceEntries = List.copyOf(serviceEntries);
        virtualServices = List.copyOf(virtualServices);
        destinationRules = List.copyOf(destinationRules);
        services = Map.copyOf(services);
    }

    /**
     * What a Service says of where it is known.
     *
     * @param exportTo the namespaces
     * @param origin the annotation
     */
    public record Mark(ExportTo exportTo, Origin origin) {}
}
