package dev.tenantmesh.verifier.lint.rule;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.mesh.Discovery;
import dev.tenantmesh.verifier.reach.mesh.Enrollment;
import dev.tenantmesh.verifier.reach.mesh.EnrollmentRules;
import dev.tenantmesh.verifier.reach.mesh.PortModes;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Satisfying;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.PodTemplates;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What rules look at: the manifests as written, and what they mean as far as it could be read. */
public final class LintContext {

    private final Manifests manifests;
    private final World world;
    private final PolicyModel policies;
    private final ClusterProfile profile;
    private final EnrollmentRules enrollments;
    private final PortModes modes;
    private final List<Workload> workloads;
    private final List<MeshConfig> meshConfigs;
    private final Map<String, List<Pod>> podsByNamespace;

    public LintContext(Manifests manifests, World world, PolicyModel policies, ClusterProfile profile) {
        this.manifests = manifests;
        this.world = world;
        this.policies = policies;
        this.profile = profile;
        this.enrollments = new EnrollmentRules(policies.meshes(), policies.members());
        this.modes = new PortModes(policies.peerAuthentications(), new Discovery(world));
        this.workloads = workloads(manifests, world);
        this.meshConfigs = MeshConfig.all(manifests);
        this.podsByNamespace = world.podsByNamespace();
    }

    private static List<Workload> workloads(Manifests manifests, World world) {
        Map<Origin, Pod> pods = new HashMap<>();
        world.pods().forEach(pod -> Optional.ofNullable(pod.origin()).ifPresent(origin -> pods.put(origin, pod)));
        List<Workload> all = new ArrayList<>();
        manifests
                .all()
                .forEach(manifest -> PodTemplates.of(manifest)
                        .ifPresent(template -> Optional.ofNullable(pods.get(manifest.origin()))
                                .ifPresent(pod -> all.add(new Workload(manifest, template, pod)))));
        return List.copyOf(all);
    }

    /** The objects as written. */
    public Manifests manifests() {
        return manifests;
    }

    /** Who exists. */
    public World world() {
        return world;
    }

    /** What policies say. */
    public PolicyModel policies() {
        return policies;
    }

    /** How the cluster carries them out. */
    public ClusterProfile profile() {
        return profile;
    }

    /** Everything that makes pods; of those that are alike only one. */
    public List<Workload> workloads() {
        return workloads;
    }

    /** The pods that a namespace declares, but for its waypoints, which stand before them. */
    public List<Pod> pods(String namespace) {
        return podsByNamespace.getOrDefault(namespace, List.of()).stream()
                .filter(pod -> !pod.isWaypoint())
                .toList();
    }

    /** What stands in front of a pod. */
    public Enrollment enrollment(Pod pod) {
        return enrollments.of(pod);
    }

    /** What stands in front of a pod that a namespace makes without asking for anything but what it has to. */
    public Enrollment enrollment(Namespace namespace) {
        return enrollments.of(typical(namespace));
    }

    /** A pod as a namespace makes it; a member of OpenShift Service Mesh 2 has to ask for its proxy. */
    public Pod typical(Namespace namespace) {
        boolean asks = policies.members().containsKey(namespace.name());
        return Pod.possible(namespace, asks ? Map.of("sidecar.istio.io/inject", "true") : Map.of(), Map.of());
    }

    /** The pods in a namespace that a selector selects; where it declares none, one that could be. */
    public List<Pod> selected(Namespace namespace, LabelSelector pods) {
        List<Pod> declared = pods(namespace.name()).stream()
                .filter(pod -> pods.selects(pod.labels()))
                .toList();
        return declared.isEmpty() ? List.of(typical(namespace, pods)) : declared;
    }

    private Pod typical(Namespace namespace, LabelSelector pods) {
        Map<String, String> labels = new TreeMap<>(typical(namespace).labels());
        Satisfying.all(List.of(pods)).ifPresent(labels::putAll);
        return Pod.possible(namespace, labels, Map.of());
    }

    /** The namespaces that a policy is about: all of them from the root namespace of a mesh, else its own. */
    public List<Namespace> scope(String namespace) {
        return isRoot(namespace)
                ? List.copyOf(world.namespaces().values())
                : world.namespace(namespace).stream().toList();
    }

    /** Which modes of mutual TLS may hold. */
    public PortModes modes() {
        return modes;
    }

    /** The settings of every mesh, as written. */
    public List<MeshConfig> meshConfigs() {
        return meshConfigs;
    }

    /** Whether policies of a namespace hold for a whole mesh. */
    public boolean isRoot(String namespace) {
        return policies.meshes().stream().map(MeshSettings::rootNamespace).anyMatch(namespace::equals);
    }
}
