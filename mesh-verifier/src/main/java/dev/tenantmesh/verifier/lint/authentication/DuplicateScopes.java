package dev.tenantmesh.verifier.lint.authentication;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Two PeerAuthentications for one namespace, or for one pod: the older counts and the other is dropped.
 *
 * @see <a href="https://istio.io/latest/docs/concepts/security/#peer-authentication">Peer authentication</a>
 */
public final class DuplicateScopes implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        Map<String, List<PeerAuthentication>> byNamespace = context.policies().peerAuthentications().stream()
                .collect(Collectors.groupingBy(PeerAuthentication::namespace, TreeMap::new, Collectors.toList()));
        byNamespace.forEach((namespace, policies) -> {
            report(
                    policies.stream()
                            .filter(policy -> policy.pods().isEverything())
                            .toList(),
                    problems);
            List<PeerAuthentication> selecting = policies.stream()
                    .filter(policy -> !policy.pods().isEverything())
                    .toList();
            if (!context.isRoot(namespace) && selecting.size() > 1) {
                selecting.stream()
                        .collect(Collectors.groupingBy(policy -> policy.pods().toString()))
                        .values()
                        .forEach(alike -> report(alike, problems));
                for (Pod pod : context.pods(namespace)) {
                    report(
                            selecting.stream()
                                    .filter(policy -> policy.pods().selects(pod.labels()))
                                    .toList(),
                            problems);
                }
            }
        });
    }

    private static void report(List<PeerAuthentication> competing, Problems problems) {
        List<PeerAuthentication> sorted = competing.stream()
                .sorted(java.util.Comparator.comparing(PeerAuthentication::origin))
                .toList();
        for (PeerAuthentication later : sorted.subList(Math.min(1, sorted.size()), sorted.size())) {
            problems.error(
                    ProblemCode.AUTHENTICATION_AMBIGUOUS,
                    later.origin(),
                    later.id(),
                    sorted.get(0).id() + " at " + sorted.get(0).origin()
                            + " is for the same pods; the older one counts,"
                            + " which no file tells, so that plaintext may get in where one of them forbids it.",
                    "Keep one of them.");
        }
    }
}
