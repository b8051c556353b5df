package dev.tenantmesh.verifier;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.policy.MaistraOperator;
import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.PolicyReader;
import dev.tenantmesh.verifier.policy.mesh.JoinedClusters;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.AddressCuts;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.PossiblePods;
import dev.tenantmesh.verifier.reach.Reachability;
import dev.tenantmesh.verifier.reach.client.ClientSide;
import dev.tenantmesh.verifier.reach.client.Liveness;
import dev.tenantmesh.verifier.reach.gateway.GatewayConflicts;
import dev.tenantmesh.verifier.reach.hijack.Hijacks;
import dev.tenantmesh.verifier.reach.mesh.MeshLayer;
import dev.tenantmesh.verifier.reach.relay.Relays;
import dev.tenantmesh.verifier.reach.visible.Visibility;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.World;
import dev.tenantmesh.verifier.world.WorldReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads manifests, whoever wrote them, and answers who can reach whom.
 *
 * @param world who exists
 * @param policies what the manifests say
 * @param profile how the cluster carries it out
 * @param expected members of the mesh in other clusters, each with the addresses it may come from
 */
public record MeshVerifier(World world, PolicyModel policies, ClusterProfile profile, List<External> expected) {

    public MeshVerifier {
        expected = List.copyOf(expected);
    }

    /** One of a cluster that nobody comes to from another. */
    public MeshVerifier(World world, PolicyModel policies, ClusterProfile profile) {
        this(world, policies, profile, List.of());
    }

    /**
     * Reads files and folders.
     *
     * @param problems takes everything that is wrong; after an error a verdict would be about other manifests
     * @throws dev.tenantmesh.model.problem.ProblemsException if a manifest cannot be understood
     */
    public static MeshVerifier read(List<Path> roots, LoadOptions options, ClusterProfile profile, Problems problems) {
        return of(ManifestLoader.load(roots, options, problems), profile, problems);
    }

    /** The same for manifests that are loaded already. */
    public static MeshVerifier of(Manifests manifests, ClusterProfile profile, Problems problems) {
        return of(manifests, profile, List.of(), problems);
    }

    /**
     * The same where more is known than the manifests say.
     *
     * @param known control planes that are known to be there, whoever makes them
     */
    public static MeshVerifier of(Manifests all, ClusterProfile profile, List<MeshSettings> known, Problems problems) {
        Manifests manifests = JoinedClusters.alone(all, problems);
        PolicyModel policies = PolicyReader.read(manifests, known, problems);
        MaistraOperator operator = new MaistraOperator(manifests, policies.members());
        World world = WorldReader.read(manifests, operator::memberLabels, problems);
        GatewayConflicts.report(world, policies, problems);
        problems.throwIfErrors();
        new PossiblePods(world, policies).cut().forEach(namespace -> cut(namespace, problems));
        return new MeshVerifier(world, policies, profile);
    }

    private static void cut(Namespace namespace, Problems problems) {
        problems.warning(
                ProblemCode.TOO_MANY_KINDS,
                namespace.origin() == null ? Origin.ofModel("namespace") : namespace.origin(),
                namespace.name(),
                "Selectors tell more than " + PossiblePods.MOST_KINDS
                        + " kinds of pods apart here; of pods that are in no manifest only so many are asked about.",
                "Declare the workloads, or select by fewer labels.");
    }

    /** The addresses outside that policies tell apart. */
    public List<External> addresses() {
        return AddressCuts.of(
                policies, expected.stream().map(External::range).distinct().toList());
    }

    /** Members of the mesh in other clusters, at each of their addresses that policies tell apart. */
    public List<External> visitors() {
        List<External> addresses = addresses();
        return expected.stream()
                .flatMap(one -> addresses.stream()
                        .filter(address -> one.range().contains(address.range()))
                        .map(address -> new External(address.range(), one.visitor())))
                .toList();
    }

    /** The same, and who may come from other clusters. */
    public MeshVerifier expecting(List<External> visitors) {
        return new MeshVerifier(world, policies, profile, visitors);
    }

    /** What proxies are told, which is no isolation. */
    public Visibility visibility() {
        return new Visibility(world, policies);
    }

    /** What proxies of well-behaved clients send. */
    public ClientSide clientSide() {
        return new ClientSide(policies, visibility(), new MeshLayer(policies, world, profile));
    }

    /** Whether well-behaved clients are served. */
    public Liveness liveness() {
        return new Liveness(world, clientSide(), reachability(Adversary.ACCIDENT));
    }

    /** Which objects take hosts of others from their clients. */
    public Hijacks hijacks() {
        return new Hijacks(world, policies, visibility());
    }

    /** Who can reach whom, where every namespace has an owner of its own. */
    public Reachability reachability(Adversary adversary) {
        return reachability(adversary, Set::of);
    }

    /**
     * Who can reach whom.
     *
     * @param neighbours the namespaces of whoever owns a namespace, itself included
     */
    public Reachability reachability(Adversary adversary, Function<String, Set<String>> neighbours) {
        return new Reachability(world, policies, profile, adversary, neighbours);
    }

    /** The same policies in another world. */
    public MeshVerifier with(World other) {
        return new MeshVerifier(other, policies, profile, expected);
    }

    /** The same cluster with other policies. */
    public MeshVerifier with(PolicyModel others) {
        return new MeshVerifier(world, others, profile, expected);
    }

    /** Who is reached by way of gateways and routers. */
    public Relays relays(Reachability sources) {
        return new Relays(world, policies, profile, sources);
    }
}
