package dev.tenantmesh.verifier.lint.network;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.List;
import java.util.stream.Stream;

/**
 * One rule of a NetworkPolicy as it was written.
 *
 * @param policy the NetworkPolicy
 * @param direction which way connections go
 * @param body the rule
 */
record WrittenRule(Manifest policy, Direction direction, Mapping body) {

    static Stream<WrittenRule> all(LintContext context) {
        return context.manifests().of("networking.k8s.io", "NetworkPolicy").flatMap(policy -> {
            Mapping spec = policy.body().at("spec");
            return Stream.concat(
                    spec.all("ingress").stream().map(rule -> new WrittenRule(policy, Direction.INGRESS, rule)),
                    spec.all("egress").stream().map(rule -> new WrittenRule(policy, Direction.EGRESS, rule)));
        });
    }

    /** The peers that it names; none: everybody. */
    List<Mapping> peers() {
        return body.all(direction == Direction.INGRESS ? "from" : "to");
    }

    /** The ports that it names; none: all. */
    List<Mapping> ports() {
        return body.all("ports");
    }

    /** The pods that its policy is for. */
    LabelSelector pods() {
        return selector(policy.body().at("spec", "podSelector"));
    }

    /** Whether it is open to everybody, or to every pod of the cluster. */
    boolean isForAll() {
        return peers().isEmpty() || peers().stream().anyMatch(WrittenRule::isEveryPod);
    }

    /** Whether a peer is every pod of the cluster. */
    static boolean isEveryPod(Mapping peer) {
        return peer.get("namespaceSelector") instanceof Mapping namespaces
                && namespaces.entries().isEmpty()
                && peer.at("podSelector").entries().isEmpty();
    }

    /** Whether one of its ports is a number, or a range around it; a rule without ports covers all. */
    boolean covers(int port) {
        return ports().isEmpty() || ports().stream().anyMatch(written -> covers(written, port));
    }

    private static boolean covers(Mapping written, int port) {
        String first = written.text("port");
        if (!first.matches("[0-9]{1,5}")) {
            return first.isEmpty();
        }
        String last = written.text("endPort").matches("[0-9]{1,5}") ? written.text("endPort") : first;
        return Integer.parseInt(first) <= port && port <= Integer.parseInt(last);
    }

    static LabelSelector selector(Mapping written) {
        return LabelSelector.read(Fields.of(written, "", new Problems()));
    }
}
