package dev.tenantmesh.verifier.lint.gateway;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two servers with TLS for one host and port of one pod: the younger one is dropped.
 *
 * @see <a href="https://github.com/istio/istio/blob/master/pilot/pkg/model/gateway.go">gateway.go</a>
 */
public final class SameHosts implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        Map<String, List<GatewayServer>> byHost = new TreeMap<>();
        context.policies().gatewayServers().stream()
                .filter(server -> !server.tls().isEmpty() && !server.tls().equals("AUTO_PASSTHROUGH"))
                .sorted(Comparator.comparing(GatewayServer::origin))
                .forEach(server -> server.hosts().stream()
                        .map(host -> host.substring(host.indexOf('/') + 1))
                        .distinct()
                        .forEach(host -> byHost.computeIfAbsent(server.port() + " " + host, absent -> new ArrayList<>())
                                .add(server)));
        byHost.forEach((key, servers) -> {
            for (int later = 1; later < servers.size(); later++) {
                report(key.substring(key.indexOf(' ') + 1), servers.subList(0, later + 1), context, problems);
            }
        });
    }

    /** The last of some servers, if it meets an earlier one. */
    private static void report(String host, List<GatewayServer> servers, LintContext context, Problems problems) {
        GatewayServer last = servers.get(servers.size() - 1);
        servers.subList(0, servers.size() - 1).stream()
                .filter(first -> meet(first, last, context))
                .findFirst()
                .ifPresent(first -> problems.error(
                        ProblemCode.GATEWAY_HOST_TWICE,
                        last.origin(),
                        host,
                        first.id() + " at " + first.origin()
                                + " serves the host on the same port: the older one counts, which"
                                + " no file tells, and the clients of the other get its certificate and its routes.",
                        "Give each host one server."));
    }

    private static boolean meet(GatewayServer one, GatewayServer other, LintContext context) {
        if (GatewayPods.areScoped(context) && !one.namespace().equals(other.namespace())) {
            return false;
        }
        return one.pods().toString().equals(other.pods().toString())
                || context.world().pods().stream()
                        .anyMatch(pod ->
                                one.pods().selects(pod.labels()) && other.pods().selects(pod.labels()));
    }
}
