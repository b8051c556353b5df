package dev.tenantmesh.model.export;

import dev.tenantmesh.model.Isolation;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.gateway.Route;
import dev.tenantmesh.model.tenant.AllowFrom;
import dev.tenantmesh.model.tenant.Call;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.ExternalTls;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Service;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.SharedGatewayUse;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Waypoint;
import dev.tenantmesh.model.tenant.Workload;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;

/**
 * The visible list of what others must know of a tenant, key by key. Whatever is not listed stays inside; a key that is
 * neither here nor there fails a test.
 */
final class Border {

    /** What the manifests or the checks of another tenant depend on. */
    static final Map<Class<? extends Record>, Set<String>> CROSSES = Map.ofEntries(
            Map.entry(
                    Tenant.class,
                    Set.of(
                            "name",
                            "mesh",
                            "isolation",
                            "namespaces",
                            "calls",
                            "gateways",
                            "sharedGateways",
                            "externals")),
            Map.entry(
                    TenantNamespace.class,
                    Set.of("name", "clusters", "dataPlane", "waypoint", "isolation", "workloads")),
            Map.entry(Waypoint.class, Set.of("name")),
            Map.entry(
                    Workload.class, Set.of("name", "selector", "serviceAccount", "services", "isolation", "allowFrom")),
            Map.entry(Isolation.class, Set.of("boundary")),
            Map.entry(Service.class, Set.of("name", "ports", "exported")),
            Map.entry(ServicePort.class, Set.of("name", "port", "targetPort")),
            Map.entry(AllowFrom.class, Set.of("tenant", "namespace", "workload", "ports")),
            Map.entry(Call.class, Set.of("from", "to")),
            Map.entry(Call.To.class, Set.of("tenant", "namespace", "service", "ports")),
            Map.entry(Gateway.class, Set.of("name", "namespace", "exposure", "hosts", "tls")),
            Map.entry(Exposure.class, Set.of("type")),
            Map.entry(GatewayTls.class, Set.of("mode")),
            Map.entry(SharedGatewayUse.class, Set.of("gateway", "hosts", "routes", "namespace")),
            Map.entry(Route.class, Set.of("match", "to")),
            Map.entry(Route.Match.class, Set.of("prefix")),
            Map.entry(Route.Destination.class, Set.of("namespace", "service", "port")),
            Map.entry(External.class, Set.of("name", "host", "cidrs", "ports", "from", "tls", "via", "reason")),
            Map.entry(External.Port.class, Set.of("port", "protocol", "targetPort")),
            Map.entry(External.Client.class, Set.of("namespace", "workload")),
            Map.entry(External.Via.class, Set.of("egressGateway")),
            Map.entry(ExternalTls.class, Set.of("mode", "credentialName", "subjectAltNames")));

    /** What is nobody else's business, and why. */
    static final Map<Class<? extends Record>, Map<String, String>> STAYS = Map.ofEntries(
            Map.entry(
                    Tenant.class,
                    Map.of(
                            "owners", "roles hold in the tenant's own namespaces",
                            "mtls", "a client's proxy finds out by itself what a server demands",
                            "labels", "they are on the tenant's own objects, and no policy selects by them",
                            "annotations", "they are on the tenant's own objects, and no policy reads them",
                            "budget", "sidecars are counted where the tenant is rendered",
                            "quota", "it bounds the tenant's own namespaces",
                            "manifests", "they lie in the tenant's own namespaces, and nothing is derived from them")),
            Map.entry(
                    TenantNamespace.class,
                    Map.of(
                            "manage", "who makes the Namespace object changes no policy of others",
                            "podSecurity", "it is enforced in the namespace alone",
                            "quota", "it bounds the namespace alone",
                            "mtls", "a client's proxy finds out by itself what a server demands")),
            Map.entry(
                    Waypoint.class,
                    Map.of(
                            "replicas", "the tenant's own pods",
                            "resources", "the tenant's own pods")),
            Map.entry(
                    Workload.class,
                    Map.of(
                            "mtls", "peers without an identity are none of the mesh, so no other tenant's",
                            "sidecar", "the proxies of the tenant's own pods",
                            "probes", "only the kubelet of their own node probes them",
                            "replicas", "sidecars are counted where the tenant is rendered",
                            "load", "what it costs is counted where the tenant is rendered")),
            Map.entry(Isolation.class, Map.of("router", "the router is opened to the tenant's own pods")),
            Map.entry(
                    Gateway.class,
                    Map.of(
                            "api", "how the tenant's own gateway is written",
                            "deployment", "the tenant's own pods",
                            "provision", "the tenant's own pods",
                            "replicas", "the tenant's own pods",
                            "resources", "the tenant's own pods",
                            "selector", "its pods call nobody but the tenant's own workloads",
                            "serviceAccount", "its pods call nobody but the tenant's own workloads",
                            "targetPort", "only the tenant's own workloads and clients outside the mesh reach it",
                            "routes", "they lead to the tenant's own workloads")),
            Map.entry(
                    Exposure.class,
                    Map.of(
                            "termination", "only the tenant's own Route says it",
                            "clients", "workloads of the tenant itself, or pods outside every mesh",
                            "reason", "it is on the tenant's own Route",
                            "destinationCACertificate", "only the tenant's own Route says it",
                            "sourceRanges", "only clients outside the cluster meet them")),
            Map.entry(
                    GatewayTls.class,
                    Map.of(
                            "credentialName", "a Secret of the tenant",
                            "minProtocolVersion", "only clients of the gateway meet it",
                            "maxProtocolVersion", "only clients of the gateway meet it",
                            "cipherSuites", "only clients of the gateway meet them")));

    private Border() {}

    /** Whether others must know a key. */
    static boolean isCrossedBy(RecordComponent component) {
        return CROSSES.getOrDefault(component.getDeclaringRecord(), Set.of()).contains(component.getName());
    }

    /**
     * Whether others must know an entry of a list: a consent inside the tenant is its own affair, and so is a host that
     * no egress gateway leads to.
     */
    static boolean isCrossedBy(Object item, String tenant) {
        if (item instanceof External external) {
            return external.via() != null;
        }
        return !(item instanceof AllowFrom from)
                || (from.tenant() != null && !from.tenant().equals(tenant));
    }
}
