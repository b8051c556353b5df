package dev.tenantmesh.verifier.proof;

import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.profile.MeshSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a proof takes for granted, and what it says nothing about.
 *
 * @param level what is assumed of owners
 * @param profile what is assumed of the network plugin
 * @param meshes what is known of control planes
 * @param further what else is assumed, one sentence each
 */
public record Assumptions(Level level, ClusterProfile profile, List<MeshSettings> meshes, List<String> further) {

    /** What is in no manifest and so in no proof. */
    public static final String NOT_COVERED =
            "ICMP; side channels; requests inside a connection that is let through; what an application passes on;"
                    + " connections that were open before a policy was; who controls a node, the API server or a control"
                    + " plane; objects in the cluster that are in none of these files.";

    public Assumptions {
        meshes = List.copyOf(meshes);
        further = List.copyOf(further);
    }

    static Assumptions of(Evidence evidence) {
        return new Assumptions(
                evidence.level(),
                evidence.verifier().profile(),
                evidence.verifier().policies().meshes(),
                List.of());
    }

    /** Each in one sentence, the weightiest first. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "HOLDS means: in every cluster whose policies are exactly those of these files, no connection breaks"
                        + " the claim, whichever pods there are.");
        sentences.add("Level " + written(level) + ": " + levelSentence());
        sentences.add("Cluster profile " + profile.name() + ": " + profileSentence());
        meshes.forEach(mesh -> sentences.add(sentence(mesh)));
        sentences.addAll(further);
        sentences.add("Not covered: " + NOT_COVERED);
        return List.copyOf(sentences);
    }

    /** A level as users write it. */
    public static String written(Level level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing in the manifests says how a mesh is set, so that the defaults of Istio are taken for its settings. */
    public static boolean isAssumed(MeshSettings mesh) {
        return mesh.equals(MeshSettings.ISTIO_DEFAULTS);
    }

    private String levelSentence() {
        return switch (level) {
            case ACCIDENT -> "nobody does anything but what the manifests say.";
            case HOSTILE_SOURCE ->
                "whoever owns the source chooses labels and service accounts, goes past their own proxies, and what they"
                        + " may write against themselves does not count.";
            case SELF_HARM ->
                "as hostile-source, and whoever owns the destination makes the worst of what they may write there.";
        };
    }

    private String profileSentence() {
        String enforces = switch (profile.enforcesIngress().and(profile.enforcesEgress())) {
            case YES -> "NetworkPolicies are enforced in both directions";
            case MAYBE -> "NetworkPolicies may not be enforced";
            case NO -> "NetworkPolicies are not enforced";
        };
        String pods = profile.podRanges().isEmpty()
                ? "the addresses of pods are not known"
                : "pods have addresses in "
                        + String.join(
                                ", ",
                                profile.podRanges().stream()
                                        .map(Object::toString)
                                        .toList());
        return enforces + ", and " + pods + ".";
    }

    private static String sentence(MeshSettings mesh) {
        String settings = "control plane in " + mesh.namespace() + ", root namespace " + mesh.rootNamespace()
                + ", trust domain " + mesh.trustDomain();
        return isAssumed(mesh)
                ? "Mesh " + mesh.name() + ": no manifest says how it is set, so the defaults of Istio are assumed: "
                        + settings + "."
                : "Mesh " + mesh.name() + ": " + settings + ".";
    }
}
