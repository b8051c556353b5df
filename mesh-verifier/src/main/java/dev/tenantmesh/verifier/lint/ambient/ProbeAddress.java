package dev.tenantmesh.verifier.lint.ambient;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.lint.rule.Workload;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import dev.tenantmesh.verifier.policy.network.Peer;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pods whose proxy is that of their node, and whose NetworkPolicies keep the kubelet's probes out: these come from an
 * address of their own, which not every network plugin takes for the node's.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/networkpolicy/">Ambient and Kubernetes NetworkPolicy</a>
 */
public final class ProbeAddress implements LintRule {

    private static final AddressRange KUBELET =
            AddressRange.ofCidr("169.254.7.127/32").orElseThrow();
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final List<String> KINDS = List.of("httpGet", "tcpSocket", "grpc");

    /** A probe over the network. */
    private record Probe(Mapping written, Port port) {}

    @Override
    public void check(LintContext context, Problems problems) {
        for (Workload workload : context.workloads()) {
            if (context.enrollment(workload.pod()).plane() == DataPlane.AMBIENT) {
                List<NetworkPolicy> policies = context.policies().networkPolicies().stream()
                        .filter(policy -> isFor(policy, workload.pod()))
                        .toList();
                workload.containers().stream()
                        .flatMap(container -> probes(workload.pod(), container))
                        .filter(probe -> !policies.isEmpty() && !isOpen(policies, probe.port(), workload.pod()))
                        .findFirst()
                        .ifPresent(probe -> report(workload, probe, problems));
            }
        }
    }

    private static boolean isFor(NetworkPolicy policy, Pod pod) {
        return policy.namespace().equals(pod.namespace().name())
                && policy.directions().contains(Direction.INGRESS)
                && policy.pods().selects(pod.labels());
    }

    private static Stream<Probe> probes(Pod pod, Mapping container) {
        return PROBES.stream()
                .flatMap(probe -> KINDS.stream().map(kind -> container.at(probe, kind)))
                .filter(written -> !written.text("port").isEmpty())
                .flatMap(written -> port(pod, written.text("port")).map(port -> new Probe(written, port)).stream());
    }

    private static Optional<Port> port(Pod pod, String written) {
        return written.matches("[0-9]{1,5}")
                ? Optional.of(Port.tcp(Integer.parseInt(written)))
                : pod.ports().stream()
                        .filter(port -> port.name().equals(written))
                        .map(Pod.ContainerPort::port)
                        .findFirst();
    }

    private static boolean isOpen(List<NetworkPolicy> policies, Port port, Pod pod) {
        return policies.stream()
                .flatMap(policy -> policy.rules().getOrDefault(Direction.INGRESS, List.of()).stream())
                .anyMatch(rule -> admits(rule)
                        && (rule.ports().isEmpty()
                                || rule.ports().stream().anyMatch(match -> match.covers(port, pod))));
    }

    private static boolean admits(NetworkRule rule) {
        return rule.peers().isEmpty()
                || rule.peers().stream()
                        .anyMatch(peer -> peer instanceof Peer.Addresses addresses
                                && addresses.block().contains(KUBELET)
                                && addresses.except().stream().noneMatch(left -> left.contains(KUBELET)));
    }

    private static void report(Workload workload, Probe probe, Problems problems) {
        problems.warning(
                ProblemCode.PROBES_KEPT_OUT,
                probe.written().originOf("port"),
                probe.written().text("port"),
                "The kubelet's probes of " + workload.pod().id()
                        + " come from 169.254.7.127, since the pod is ambient, and no NetworkPolicy lets that in: where the"
                        + " network does not take it for the node's, the pod never becomes ready.",
                "Open the port to `ipBlock: {cidr: 169.254.7.127/32}`.");
    }
}
