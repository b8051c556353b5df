package dev.tenantmesh.verifier.random;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.Reachability;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is answered for every pair of pods of a cluster. */
final class Answers {

    private static final List<Port> PORTS =
            List.of(Port.tcp(8080), Port.tcp(8082), Port.tcp(15_008), new Port(Port.Protocol.UDP, 8080));

    private Answers() {}

    /** By who asks whom on which port in which way. */
    static SortedMap<String, Truth> of(Cluster cluster) {
        return of(String.join("\n---\n", ClusterYaml.objects(cluster)));
    }

    static SortedMap<String, Truth> of(String manifests) {
        SortedMap<String, Truth> all = new TreeMap<>();
        verdicts(manifests, Adversary.ACCIDENT).forEach((key, verdict) -> {
            all.put(key + " plaintext", best(verdict, true));
            all.put(key + " mutual", best(verdict, false));
        });
        return all;
    }

    static SortedMap<String, Verdict> verdicts(String manifests, Adversary adversary) {
        Problems problems = new Problems();
        MeshVerifier verifier = MeshVerifier.of(
                ManifestLoader.read("random.yaml", manifests, problems), ClusterProfile.KUBERNETES, problems);
        Reachability reachability = verifier.reachability(adversary);
        SortedMap<String, Verdict> all = new TreeMap<>();
        for (Pod source : verifier.world().pods()) {
            for (Pod destination : verifier.world().pods()) {
                for (Port port : PORTS) {
                    all.put(
                            source.id() + " -> " + destination.id() + " " + port,
                            reachability.ask(source, destination, port));
                }
            }
        }
        return all;
    }

    private static Truth best(Verdict verdict, boolean plaintext) {
        return verdict.ways().stream()
                .filter(way -> way.isPlaintext() == plaintext)
                .map(Way::isOpen)
                .reduce(Truth.NO, Truth::or);
    }
}
