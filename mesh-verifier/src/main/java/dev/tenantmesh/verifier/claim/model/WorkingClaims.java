package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.Placement.Role;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.OpenClaim;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What must work: what is permitted is open for whoever behaves, and what everybody needs of the platform. */
final class WorkingClaims {

    private static final int WEBHOOKS = 15_017;
    private static final int METRICS = 15_014;
    private static final int API_SERVER = 6443;

    private final MeshScope scope;
    private final Set<String> ours;
    private final List<Claim> claims = new ArrayList<>();
    private final Set<String> known = new TreeSet<>();

    private WorkingClaims(MeshScope scope) {
        this.scope = scope;
        this.ours = new TreeSet<>(scope.ownNamespaces());
        scope.tenants().forEach(tenant -> ours.addAll(MeshScope.everyPod(tenant).namespaces()));
    }

    /**
     * The claims of one mesh.
     *
     * @param permitted what may come in and go out
     */
    static List<Claim> of(MeshScope scope, List<Permission> permitted) {
        WorkingClaims working = new WorkingClaims(scope);
        permitted.forEach(working::works);
        if (scope.mesh().controlPlane().isGenerated()) {
            working.controlPlane();
        }
        return working.claims;
    }

    private void works(Permission permission) {
        if (isSomebody(permission.from()) && !isEmpty(permission.to()) && isOurs(permission)) {
            permission.ports().stream()
                    .filter(ports -> ports.first() == ports.last())
                    .forEach(ports -> add(permission, ports));
        }
    }

    /** Anyone, and processes of nodes that nobody names, are nobody in particular. */
    private static boolean isSomebody(Party party) {
        return party != Party.ANYONE && !(party instanceof Party.Nodes) && !isEmpty(party);
    }

    private static boolean isEmpty(Party party) {
        return party instanceof Party.Nodes
                || (party instanceof Party.Pods pods && pods.namespaces().isEmpty());
    }

    /** Whether one of its ends is rendered here, so that its manifests are there to be asked. */
    private boolean isOurs(Permission permission) {
        if (permission.because().startsWith(GatewayOpenings.EXISTING)
                || permission.because().startsWith(Crossings.THROUGH)) {
            return false;
        }
        return isAmong(permission.from()) || isAmong(permission.to());
    }

    private boolean isAmong(Party party) {
        return party instanceof Party.Pods pods && ours.containsAll(pods.namespaces());
    }

    /** At an egress gateway the host that a client asks for decides, which is more than a connection tells. */
    private void add(Permission permission, PortRange ports) {
        boolean byHost = permission.because().startsWith("external ") && !(permission.to() instanceof Party.Addresses);
        String id = "works/" + permission.from().title() + "/" + permission.to().title() + "/" + ports;
        if (known.add(id)) {
            claims.add(new OpenClaim(
                    id,
                    permission.from().title() + " reaches " + permission.to().title() + " on " + ports + " ("
                            + permission.because() + ").",
                    origin(),
                    new Permission(
                            permission.from(),
                            permission.to(),
                            List.of(ports),
                            permission.manner(),
                            permission.because()),
                    byHost ? Truth.MAYBE : Truth.YES,
                    true));
        }
    }

    private Origin origin() {
        return scope.model().origins().of(scope.mesh(), "name");
    }

    private void controlPlane() {
        Party istiod = scope.istiod();
        if (scope.clusters().role() == Role.REMOTE) {
            return;
        }
        scope.clusters().watched().forEach(this::watches);
        platform(new Permission(istiod, scope.parts().dns(), dns(), Manner.PLAINTEXT, "istiod resolves names"));
        if (scope.parts().webhooks() != Party.ANYONE && scope.clusters().role() == Role.PRIMARY) {
            platform(new Permission(
                    scope.parts().webhooks(), istiod, Openings.tcp(List.of(WEBHOOKS)), Manner.PLAINTEXT, "webhooks"));
        }
        scope.parts()
                .monitoring()
                .ifPresent(scrapers -> platform(
                        new Permission(scrapers, istiod, Openings.tcp(List.of(METRICS)), Manner.PLAINTEXT, "metrics")));
    }

    private void watches(Cluster cluster) {
        if (!cluster.apiServerCIDRs().isEmpty()) {
            platform(new Permission(
                    scope.istiod(),
                    GatewayOpenings.addresses(cluster.apiServerCIDRs()),
                    Openings.tcp(List.of(Objects.requireNonNullElse(cluster.apiServerPort(), API_SERVER))),
                    Manner.ANY,
                    "istiod watches cluster " + cluster.name()));
        }
    }

    private void platform(Permission permission) {
        if (scope.model().onlyTenant().isEmpty()) {
            permission.ports().forEach(ports -> add(permission, ports));
        }
    }

    private List<PortRange> dns() {
        Port port = Port.tcp(scope.parts().dnsPort());
        return List.of(PortRange.of(port), PortRange.of(new Port(Port.Protocol.UDP, port.number())));
    }
}
