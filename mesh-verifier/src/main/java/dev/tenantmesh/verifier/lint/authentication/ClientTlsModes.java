package dev.tenantmesh.verifier.lint.authentication;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.lint.rule.ServiceHost;
import dev.tenantmesh.verifier.reach.mesh.Enrollment;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Client settings that replace mutual TLS: a {@code tls} without a mode is DISABLE, and a server that is STRICT hangs up.
 *
 * @see <a href="https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/">Understanding TLS configuration</a>
 */
public final class ClientTlsModes implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        ClientTls.all(context).forEach(tls -> {
            boolean noMode = tls.mode().isEmpty();
            Origin origin = noMode ? tls.origin() : tls.settings().originOf("mode");
            if (noMode) {
                report(
                        origin,
                        "tls",
                        "A `tls` without a mode means DISABLE: clients speak plaintext to the host.",
                        problems);
            } else if (isDowngrade(tls, context)) {
                String why =
                        "A rule of the root namespace takes mutual TLS from every client that has no rule of its own.";
                report(origin, tls.mode(), why, problems);
            } else if (!tls.mode().equals("ISTIO_MUTUAL") && isStrict(tls, context)) {
                String why = "The pods behind " + tls.host() + " are STRICT, so that connections with this mode fail.";
                report(origin, tls.mode(), why, problems);
            }
        });
    }

    private static void report(Origin origin, String value, String why, Problems problems) {
        String fix = "Write `mode: ISTIO_MUTUAL`, or remove `tls`, which inside the mesh means the same.";
        problems.error(ProblemCode.CLIENT_TLS_MISMATCH, origin, value, why, fix);
    }

    private static boolean isDowngrade(ClientTls tls, LintContext context) {
        return tls.mode().equals("DISABLE")
                && context.isRoot(tls.rule().namespace())
                && (tls.host().equals("*")
                        || tls.host().endsWith("*.local")
                        || tls.host().startsWith("*.svc."));
    }

    private static boolean isStrict(ClientTls tls, LintContext context) {
        Optional<ServiceHost> host = ServiceHost.of(tls.host(), tls.rule().namespace());
        return host.isPresent()
                && host.get().pods(context).stream()
                        .anyMatch(pod -> ports(tls, host.get(), pod, context).stream()
                                .anyMatch(port -> isStrict(pod, port, context)));
    }

    private static boolean isStrict(Pod pod, int port, LintContext context) {
        Enrollment enrollment = context.enrollment(pod);
        boolean proxied = enrollment.plane() == DataPlane.SIDECAR || enrollment.plane() == DataPlane.AMBIENT;
        return proxied && context.modes().isStrict(pod, enrollment, port);
    }

    /** The ports of the pod that the setting is about; any one where the Service is not declared. */
    private static List<Integer> ports(ClientTls tls, ServiceHost host, Pod pod, LintContext context) {
        return host.service(context)
                .map(service -> service.ports().stream()
                        .filter(offered -> tls.port().isEmpty()
                                || tls.port()
                                        .equals(String.valueOf(offered.port().number())))
                        .flatMap(offered -> offered.of(pod).map(Port::number).stream())
                        .toList())
                .orElseGet(() -> Stream.of(1).toList());
    }
}
