package dev.tenantmesh.verifier.reach.gateway;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import dev.tenantmesh.verifier.reach.forward.HostNames;
import dev.tenantmesh.verifier.reach.forward.Relay;
import dev.tenantmesh.verifier.reach.gateway.GatewayPods.Served;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Servers with TLS that claim one host on one port of the same pods. The one of the older Gateway has it; the other is
 * dropped.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/analysis/">Analysis messages</a>
 */
public final class GatewayConflicts {

    /** What only one server can have. */
    private record Claim(Relay relay, int port, String host) {}

    private final Map<Claim, List<GatewayServer>> claims = new LinkedHashMap<>();

    GatewayConflicts(Collection<Served> all) {
        for (Served served : all) {
            if (!served.server().tls().isEmpty()) {
                served.server().bindings().stream()
                        .map(binding -> new Claim(served.relay(), served.port(), binding.host()))
                        .distinct()
                        .forEach(claim -> claims.computeIfAbsent(claim, absent -> new ArrayList<>())
                                .add(served.server()));
            }
        }
    }

    /** Reports every host that two servers claim. */
    public static void report(World world, PolicyModel policies, Problems problems) {
        GatewayConflicts conflicts = new GatewayConflicts(
                new GatewayPods(world, policies).listeners().keySet());
        Set<List<Object>> reported = new HashSet<>();
        conflicts.claims.forEach((claim, servers) -> servers.stream().skip(1).forEach(second -> {
            GatewayServer first = servers.get(0);
            if (reported.add(List.of(first.origin(), second.origin(), claim.host()))) {
                problems.warning(
                        ProblemCode.HOST_CLAIMED_TWICE,
                        second.origin(),
                        claim.host(),
                        first.id() + " at " + first.origin() + " claims the host on the same port of the same pods; the"
                                + " older of the two has it, which no file tells.",
                        "Let one Gateway serve the host.");
            }
        }));
    }

    /** Another server that claims a host of one. */
    Optional<GatewayServer> with(Served served, List<String> hosts) {
        return served.server().tls().isEmpty()
                ? Optional.empty()
                : served.server().bindings().stream()
                        .filter(binding -> !HostNames.common(List.of(binding.host()), hosts)
                                .isEmpty())
                        .flatMap(
                                binding -> claims
                                        .getOrDefault(
                                                new Claim(served.relay(), served.port(), binding.host()), List.of())
                                        .stream())
                        .filter(other -> !other.equals(served.server()))
                        .findFirst();
    }
}
