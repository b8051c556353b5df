package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.ClosedClaim;
import dev.tenantmesh.verifier.claim.ClosedClaim.Side;
import dev.tenantmesh.verifier.claim.EnforcedBy;
import dev.tenantmesh.verifier.claim.LayerClaim;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.claim.Permissions;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.stream.Stream;

/**
 * That policies of the cluster's administrators alone, as if tenants had no NetworkPolicies, keep tenants apart. They are
 * about a whole tenant, so that within it they do not tell pods apart; and of what comes in they know pods only.
 */
record AdminClaims(MeshScope scope, Tenant tenant) {

    private static final Party NO_POD = new Party() {
        @Override
        public boolean includes(Endpoint endpoint) {
            return !(endpoint instanceof Pod pod) || pod.hostNetwork();
        }

        @Override
        public String title() {
            return "whoever is no pod of the pod network";
        }
    };

    List<Claim> all(MeshPermissions permitted) {
        Party.Pods own = MeshScope.everyPod(tenant);
        Permissions out = permitted.byAdministrators();
        return List.of(
                new LayerClaim(
                        closed(
                                "closed-by-administrators",
                                "Policies of the cluster's administrators alone let no pod to tenant " + tenant.name()
                                        + " but those, and to those ports, that the documents say.",
                                Side.IN,
                                wide(permitted.byNetwork().to(own.namespaces()), own)),
                        EnforcedBy.ADMIN),
                new LayerClaim(
                        closed(
                                "contained-by-administrators",
                                "Policies of the cluster's administrators alone let pods of tenant " + tenant.name()
                                        + " to no pod but those, and to those ports, that the documents say.",
                                Side.OUT,
                                wide(out.from(own.namespaces()), own).and(out)),
                        EnforcedBy.ADMIN));
    }

    private ClosedClaim closed(String intent, String sentence, Side side, Permissions documents) {
        Permission unknown = new Permission(
                side == Side.IN ? NO_POD : Party.ANYONE,
                side == Side.IN ? Party.ANYONE : NO_POD,
                WiderPermissions.EVERY_PORT,
                Manner.ANY,
                "whom these policies do not know");
        return new ClosedClaim(
                intent + "/" + tenant.name(),
                sentence,
                scope.model().origins().of(tenant, "name"),
                MeshScope.everyPod(tenant),
                side,
                documents.and(unknown));
    }

    private static Permissions wide(Stream<Permission> permissions, Party.Pods own) {
        return Permissions.of(permissions
                .map(permission -> new Permission(
                        wide(permission.from(), own),
                        wide(permission.to(), own),
                        permission.ports(),
                        Manner.ANY,
                        permission.because()))
                .toList());
    }

    private static Party wide(Party party, Party.Pods own) {
        boolean inside = party instanceof Party.Pods pods && own.namespaces().containsAll(pods.namespaces());
        return inside ? own : party;
    }
}
