package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.Placement.Serving;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.StatedClaim;
import dev.tenantmesh.verifier.reach.forward.Listener;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What holds where clusters come to each other. */
final class ClusterClaims {

    private static final Set<Integer> CONTROL_PLANE = Set.of(Outgoing.XDS, 15_017);

    private ClusterClaims() {}

    /** Of the gateways of one mesh. */
    static List<Claim> of(MeshScope scope, Crossings crossings) {
        if (scope.model().onlyTenant().isPresent()) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        claims.addAll(AttachmentClaims.of(scope));
        scope.clusters().servings().forEach(serving -> claims.add(served(scope, serving)));
        scope.clusters().eastWest().ifPresent(gateway -> claims.addAll(CrossingClaims.of(scope, crossings, gateway)));
        return claims;
    }

    private static Claim served(MeshScope scope, Serving serving) {
        Party.Pods gateway = GatewayOpenings.pods(serving.gateway());
        Wanted wanted = Wanted.of(scope, serving);
        return new StatedClaim(
                "control-plane-served/" + serving.mesh().name(),
                "Gateway " + gateway.title() + " " + wanted.does + " " + wanted.host
                        + " and no other host, and leads to the control plane of mesh "
                        + serving.mesh().name() + " and to nobody else.",
                scope.model().origins().of(serving.mesh(), "multiCluster"),
                evidence -> judge(evidence, serving, gateway, wanted));
    }

    /**
     * What a gateway before a control plane takes.
     *
     * @param does what it does with TLS
     * @param mode how the Gateway says so
     * @param host the one name that is asked for
     */
    private record Wanted(String does, String mode, String host) {

        /** Before a primary the name of its own Service, which the remote chart gives the remote cluster as well. */
        static Wanted of(MeshScope scope, Serving serving) {
            if (serving.gateway().host() != null) {
                return new Wanted("ends TLS for", "SIMPLE", serving.gateway().host());
            }
            String revision = serving.mesh().controlPlaneOn(scope.platform());
            String service = revision.equals("default") ? "istiod" : "istiod-" + revision;
            return new Wanted(
                    "lets TLS through for",
                    "PASSTHROUGH",
                    service + "." + serving.mesh().controlPlane().namespace() + ".svc");
        }
    }

    private static Judgement judge(Evidence evidence, Serving serving, Party.Pods gateway, Wanted wanted) {
        String namespace = serving.mesh().controlPlane().namespace();
        List<String> reasons = new ArrayList<>();
        Set<Integer> ports = new TreeSet<>();
        for (Listener listener : listeners(evidence, gateway)) {
            if (!listener.tls().equals(wanted.mode) || !listener.hosts().equals(List.of(wanted.host))) {
                reasons.add(listener.name() + " takes " + listener.hosts() + " with TLS mode '" + listener.tls()
                        + "', not " + wanted.host + " with '" + wanted.mode + "'.");
            }
            if (!evidence.relays().forwards(listener).isEmpty()) {
                ports.add(listener.port().number());
            }
        }
        evidence.relayed().stream()
                .filter(connection -> connection.through().stream().anyMatch(gateway::includes))
                .filter(connection -> !isIn(connection.destination(), namespace))
                .map(connection -> "Gateway " + gateway.title() + " leads to "
                        + connection.destination().id() + ".")
                .distinct()
                .forEach(reasons::add);
        if (!ports.equals(CONTROL_PLANE)) {
            reasons.add("Ports " + ports + " lead to the control plane, not " + new TreeSet<>(CONTROL_PLANE) + ".");
        }
        return Judgement.broken(reasons);
    }

    private static Set<Listener> listeners(Evidence evidence, Party.Pods gateway) {
        return evidence.relays().listeners().stream()
                .filter(listener -> gateway.includes(listener.relay().pod()))
                .collect(Collectors.toSet());
    }

    private static boolean isIn(Endpoint endpoint, String namespace) {
        return endpoint instanceof Pod pod && pod.namespace().name().equals(namespace);
    }
}
