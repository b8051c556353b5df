package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.mesh.MeshLayer;
import dev.tenantmesh.verifier.reach.network.NetworkLayer;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The meshes that whoever makes pods in a namespace can show a certificate of: those that its pods are in or could ask
 * to be in, and those whose control plane they reach, since that signs for every service account, proxy or not.
 *
 * @see <a href="https://istio.io/latest/docs/concepts/security/#pki">Identity and certificate management</a>
 */
final class Memberships {

    private static final Port SIGNING = Port.tcp(15_012);

    private final World world;
    private final PolicyModel policies;
    private final NetworkLayer network;
    private final MeshLayer mesh;
    private final PossiblePods possible;
    private final Strangers strangers;
    private final Map<String, List<Pod>> pods;
    private final Map<Namespace, Map<MeshSettings, Truth>> known = new ConcurrentHashMap<>();

    Memberships(World world, PolicyModel policies, NetworkLayer network, MeshLayer mesh) {
        this.world = world;
        this.policies = policies;
        this.network = network;
        this.mesh = mesh;
        this.possible = new PossiblePods(world, policies);
        this.strangers = new Strangers(world, policies, pod -> false, pod -> List.of());
        this.pods = world.podsByNamespace();
    }

    /** The meshes of a namespace, and how certain each is. */
    Map<MeshSettings, Truth> of(Namespace namespace) {
        return known.computeIfAbsent(namespace, this::find);
    }

    private Map<MeshSettings, Truth> find(Namespace namespace) {
        Map<MeshSettings, Truth> meshes = new LinkedHashMap<>();
        List<Pod> declared = pods.getOrDefault(namespace.name(), List.of());
        Stream.concat(declared.stream(), Joining.askedBy(namespace, policies.meshes()))
                .forEach(pod -> mesh.enrollment(pod).mesh().ifPresent(joined -> meshes.put(joined, Truth.YES)));
        List<Pod> all = Stream.concat(declared.stream(), possible.in(namespace).stream())
                .toList();
        for (MeshSettings settings : policies.meshes()) {
            Truth signed = signed(all, settings);
            if (signed.isPossible()) {
                meshes.merge(settings, signed, Truth::or);
            }
        }
        return meshes;
    }

    /** Whoever makes pods chooses their labels for each end: of what lets them out and what lets them in, the best. */
    private Truth signed(List<Pod> sources, MeshSettings settings) {
        Truth best = Truth.NO;
        for (Pod istiod : controlPlane(settings)) {
            Truth out = best(
                    sources,
                    pod -> network.ask(pod, Direction.EGRESS, istiod, SIGNING).passed());
            Namespace home = sources.get(0).namespace();
            List<Pod> admitted = Stream.concat(
                            sources.stream(),
                            strangers.admittedBy(istiod).stream()
                                    .filter(pod -> pod.namespace().equals(home)))
                    .toList();
            Truth in = best(
                    admitted,
                    pod -> network.ask(istiod, Direction.INGRESS, pod, SIGNING).passed());
            best = best.or(out.and(in));
        }
        return best;
    }

    private static Truth best(List<Pod> pods, java.util.function.Function<Pod, Truth> asked) {
        Truth best = Truth.NO;
        for (Pod pod : pods) {
            best = best.or(asked.apply(pod));
        }
        return best;
    }

    /** The control plane's pods; operators and charts make them, so that they may stand in no manifest. */
    private List<Pod> controlPlane(MeshSettings settings) {
        List<Pod> declared = pods.getOrDefault(settings.namespace(), List.of()).stream()
                .filter(pod -> "istiod".equals(pod.labels().get("app")))
                .toList();
        Map<String, String> labels = Map.of("app", "istiod", "istio.io/rev", settings.revision());
        Namespace home = world.namespace(settings.namespace())
                .orElseGet(() -> Namespace.of(settings.namespace(), Map.of(), null));
        return declared.isEmpty() ? List.of(Pod.possible(home, labels, Map.of())) : declared;
    }
}
