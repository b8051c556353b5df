package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.policy.mesh.Waypoint;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a model knows of waypoints and no manifest says: the ports of the Services before which they stand, which tenants make
 * themselves, and the waypoints of tenants that somebody else renders.
 */
final class AssumedWaypoints {

    private final MeshModel model;
    private final MeshVerifier verifier;
    private final List<Service> services = new ArrayList<>();
    private final List<Waypoint> waypoints = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    private AssumedWaypoints(MeshModel model, MeshVerifier verifier) {
        this.model = model;
        this.verifier = verifier;
    }

    static AssumedWaypoints of(MeshModel model, MeshVerifier verifier) {
        AssumedWaypoints assumed = new AssumedWaypoints(model, verifier);
        model.tenants()
                .forEach(tenant -> tenant.namespaces().forEach(namespace -> {
                    if (namespace.waypoint() != null) {
                        assumed.services(namespace);
                        assumed.waypoint(tenant, namespace, namespace.waypoint());
                    }
                }));
        return assumed;
    }

    /** The same manifests with them. */
    MeshVerifier in(MeshVerifier others) {
        List<Waypoint> all = new ArrayList<>(waypoints);
        others.policies().waypoints().stream()
                .filter(known -> waypoints.stream().noneMatch(one -> isOne(known, one.namespace(), one.name())))
                .forEach(all::add);
        return others.with(others.world().withServices(services))
                .with(others.policies().withWaypoints(all));
    }

    /** What is assumed, one sentence each. */
    List<String> sentences() {
        return List.copyOf(sentences);
    }

    private void services(TenantNamespace namespace) {
        List<Service> declared = verifier.world().services().getOrDefault(namespace.name(), List.of());
        int before = services.size();
        namespace
                .workloads()
                .forEach(workload -> workload.services().stream()
                        .filter(service -> declared.stream()
                                .noneMatch(known -> known.name().equals(service.name())))
                        .forEach(service -> services.add(new Service(
                                namespace.name(),
                                service.name(),
                                "ClusterIP",
                                new TreeMap<>(workload.selector()),
                                service.ports().stream()
                                        .map(port -> new Service.ServicePort(
                                                port.name(), Port.tcp(port.port()), String.valueOf(port.podPort()), ""))
                                        .toList(),
                                "",
                                List.of(),
                                model.origins().of(service, "name")))));
        if (services.size() > before) {
            sentences.add("Services of namespace " + namespace.name()
                    + " have the names and ports that the documents say, by which its waypoint knows them.");
        }
    }

    private void waypoint(Tenant tenant, TenantNamespace namespace, dev.tenantmesh.model.tenant.Waypoint wanted) {
        boolean made = verifier.policies().waypoints().stream()
                .anyMatch(known -> isOne(known, namespace.name(), wanted.name()));
        boolean labelled = namespace.managed() != TenantNamespace.Manage.NONE;
        if (made ? !labelled : !model.renders(tenant)) {
            waypoints.add(new Waypoint(
                    namespace.name(),
                    wanted.name(),
                    new TreeMap<>(wanted.podLabels()),
                    Set.of(new Waypoint.User(namespace.name(), "")),
                    Set.of(),
                    true,
                    model.origins().of(wanted, "name")));
            sentences.add(
                    made
                            ? "Namespace " + namespace.name() + " says that it uses waypoint " + wanted.name() + "."
                            : "Waypoint " + namespace.name() + "/" + wanted.name() + " is made by somebody else.");
        }
    }

    private static boolean isOne(Waypoint known, String namespace, String name) {
        return known.namespace().equals(namespace) && known.name().equals(name);
    }
}
