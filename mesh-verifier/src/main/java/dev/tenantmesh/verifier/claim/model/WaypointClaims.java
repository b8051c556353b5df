package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.Waypoint;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.ClosedClaim;
import dev.tenantmesh.verifier.claim.ClosedClaim.Side;
import dev.tenantmesh.verifier.claim.EnforcedBy;
import dev.tenantmesh.verifier.claim.LayerClaim;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permissions;
import dev.tenantmesh.verifier.world.Endpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * That nobody goes past a waypoint who should come through it: what is left when nobody takes one is what the documents say of
 * sidecars, gateways and peers without an identity, and the waypoint itself. Network and proxies each hold that alone.
 */
final class WaypointClaims {

    private final MeshScope scope;
    private final Permissions past;

    private WaypointClaims(MeshScope scope, MeshPermissions permitted) {
        this.scope = scope;
        this.past = permitted.pastWaypoints();
    }

    /** The claims of each namespace of a tenant that has one. */
    static List<Claim> of(MeshScope scope, Tenant tenant, MeshPermissions permitted) {
        WaypointClaims claims = new WaypointClaims(scope, permitted);
        List<Claim> all = new ArrayList<>();
        scope.places(tenant).forEach(place -> {
            Waypoint waypoint = place.namespace().waypoint();
            if (waypoint != null) {
                all.addAll(claims.of(place, waypoint));
            }
        });
        return all;
    }

    private List<Claim> of(Place place, Waypoint waypoint) {
        String name = place.name() + "/" + waypoint.name();
        Permissions byProxies = past.map(WiderPermissions::whereverFrom)
                .and(WiderPermissions.pastProxies(place.everyPod()))
                .and(WiderPermissions.leftToTheNetwork(scope, place));
        return List.of(
                new LayerClaim(
                        claim(place, "waypoint-bound", "Nobody goes past waypoint " + name + " but", past),
                        EnforcedBy.ALL_BUT_WAYPOINTS),
                new LayerClaim(
                        new LayerClaim(
                                claim(
                                        place,
                                        "waypoint-bound-by-network",
                                        "NetworkPolicies alone let nobody past waypoint " + name + " but",
                                        past.map(new AmbientOpenings(scope)::byNetwork)),
                                EnforcedBy.INGRESS),
                        EnforcedBy.ALL_BUT_WAYPOINTS),
                new LayerClaim(
                        new LayerClaim(
                                claim(
                                        place,
                                        "waypoint-bound-by-mesh",
                                        "Proxies alone let nobody past waypoint " + name + " but",
                                        byProxies),
                                EnforcedBy.MESH),
                        EnforcedBy.ALL_BUT_WAYPOINTS));
    }

    /** Every pod that does not pass for the waypoint itself. */
    private Party behind(Place place) {
        return new Party() {
            @Override
            public boolean includes(Endpoint endpoint) {
                return place.everyPod().includes(endpoint)
                        && scope.waypoints().stream().noneMatch(pods -> pods.includes(endpoint));
            }

            @Override
            public String title() {
                return "what is behind the waypoint of " + place.everyPod().title();
            }
        };
    }

    private ClosedClaim claim(Place place, String intent, String who, Permissions permitted) {
        Origin origin = scope.model().origins().of(place.namespace(), "waypoint");
        return new ClosedClaim(
                intent + "/" + place.name(),
                who
                        + " those who do not know it: gateways, sidecars, and peers without an identity, where the documents"
                        + " let them in.",
                origin,
                behind(place),
                Side.IN,
                permitted);
    }
}
