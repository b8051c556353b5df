package dev.tenantmesh.verifier.question;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Nearest;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds whom a person means: {@code namespace/workload}, {@code namespace/kind/name} where two kinds share a name,
 * {@code namespace/key=value,...} for a pod that nobody declared, an address or CIDR outside, or {@code node}.
 */
public final class EndpointFinder {

    private final World world;
    private final Problems problems;

    public EndpointFinder(World world, Problems problems) {
        this.world = world;
        this.problems = problems;
    }

    /**
     * The endpoint; empty after reporting why there is none.
     *
     * @param setting the name of the setting that says it, for messages
     */
    public Optional<Endpoint> find(String setting, String written) {
        if (written.equals("node")) {
            return Optional.of(HostProcess.OTHER_NODE);
        }
        Optional<AddressRange> range = AddressRange.ofCidr(written);
        if (range.isPresent()) {
            return Optional.of(new External(range.get()));
        }
        int slash = written.indexOf('/');
        if (slash <= 0) {
            invalid(setting, written, "This names nobody.");
            return Optional.empty();
        }
        String rest = written.substring(slash + 1);
        return rest.isEmpty() || rest.contains("=")
                ? possible(setting, written, written.substring(0, slash), rest)
                : declared(setting, written);
    }

    private Optional<Endpoint> possible(String setting, String written, String namespace, String labels) {
        Map<String, String> all = new TreeMap<>();
        for (String label : labels.isEmpty() ? new String[0] : labels.split(",")) {
            int equals = label.indexOf('=');
            if (equals <= 0) {
                invalid(setting, written, "'" + label + "' is no label.");
                return Optional.empty();
            }
            all.put(label.substring(0, equals), label.substring(equals + 1));
        }
        Namespace home = world.namespace(namespace).orElseGet(() -> Namespace.of(namespace, Map.of(), null));
        return Optional.of(Pod.possible(home, all, Map.of()));
    }

    private Optional<Endpoint> declared(String setting, String written) {
        List<Pod> pods = world.podsOf(written);
        if (pods.size() == 1) {
            return Optional.of(pods.get(0));
        }
        List<String> known = Stream.concat(
                        world.pods().stream().map(Pod::id),
                        pods.stream().map(pod -> pod.namespace().name() + "/" + pod.kind() + "/" + pod.name()))
                .distinct()
                .toList();
        problems.error(
                pods.isEmpty() ? ProblemCode.UNKNOWN_REFERENCE : ProblemCode.AMBIGUOUS_REFERENCE,
                Origin.ofModel(setting),
                written,
                pods.isEmpty()
                        ? "No workload of this name is in the manifests."
                        : "Several workloads have this name: "
                                + String.join(", ", known.subList(known.size() - pods.size(), known.size())) + ".",
                Nearest.question(written, known)
                        + "Write namespace/workload, namespace/kind/name, or namespace/key=value for a pod that is in no"
                        + " manifest.");
        return Optional.empty();
    }

    private void invalid(String setting, String written, String why) {
        problems.error(
                ProblemCode.SETTING_INVALID,
                Origin.ofModel(setting),
                written,
                why,
                "Write namespace/workload, namespace/key=value for a pod that is in no manifest, an address, or node.");
    }
}
