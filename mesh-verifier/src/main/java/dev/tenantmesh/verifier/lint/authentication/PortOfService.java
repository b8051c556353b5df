package dev.tenantmesh.verifier.lint.authentication;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Service;
import dev.tenantmesh.verifier.world.Service.ServicePort;
import java.util.List;
import java.util.Optional;

/**
 * A mode for a port of the Service: modes are for ports of the pod, so it protects nothing.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/peer_authentication/#PeerAuthentication">portLevelMtls</a>
 */
public final class PortOfService implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        for (PeerAuthentication policy : context.policies().peerAuthentications()) {
            if (!policy.pods().isEverything()) {
                policy.ports().keySet().forEach(port -> check(context, policy, port, problems));
            }
        }
    }

    private static void check(LintContext context, PeerAuthentication policy, int port, Problems problems) {
        List<Pod> pods = context.pods(policy.namespace()).stream()
                .filter(pod -> policy.pods().selects(pod.labels()))
                .toList();
        if (pods.stream().anyMatch(pod -> declares(pod, port))) {
            return;
        }
        Optional<String> target = context.world().services().getOrDefault(policy.namespace(), List.of()).stream()
                .filter(service -> isFor(service, policy, pods))
                .flatMap(service -> service.ports().stream())
                .filter(offered -> offered.port().number() == port && !isSame(offered))
                .map(ServicePort::target)
                .findFirst();
        if (target.isPresent()) {
            problems.error(
                    ProblemCode.PORT_MODE_MISSES,
                    origin(context, policy, port),
                    String.valueOf(port),
                    "This is the port of a Service; modes are for ports of the pod, which is " + target.get()
                            + " behind it, so the mode decides about nothing.",
                    "Write the port of the pod.");
        } else if (pods.stream().anyMatch(pod -> !pod.ports().isEmpty())) {
            problems.warning(
                    ProblemCode.PORT_MODE_MISSES,
                    origin(context, policy, port),
                    String.valueOf(port),
                    "No container of the selected pods declares the port, so the mode may decide about nothing.",
                    "Write a port that the pod listens on.");
        }
    }

    private static boolean declares(Pod pod, int port) {
        return pod.ports().stream().anyMatch(declared -> declared.port().number() == port);
    }

    private static boolean isFor(Service service, PeerAuthentication policy, List<Pod> pods) {
        return policy.pods().selects(service.selector()) || pods.stream().anyMatch(service::selects);
    }

    private static boolean isSame(ServicePort offered) {
        return offered.target().isEmpty()
                || offered.target().equals(String.valueOf(offered.port().number()));
    }

    private static Origin origin(LintContext context, PeerAuthentication policy, int port) {
        return context.manifests()
                .of("security.istio.io", "PeerAuthentication")
                .filter(manifest -> manifest.origin().equals(policy.origin()))
                .map(manifest -> manifest.body().at("spec", "portLevelMtls"))
                .map((Mapping modes) -> modes.originOf(String.valueOf(port)))
                .findFirst()
                .orElse(policy.origin());
    }
}
