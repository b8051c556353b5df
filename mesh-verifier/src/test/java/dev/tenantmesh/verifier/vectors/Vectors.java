package dev.tenantmesh.verifier.vectors;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.ArrayList;
import java.util.List;

/** The cluster that tables are about: a pod in namespace a, and peers in a, b, tenant-a and tenant-ab. */
final class Vectors {

    private static final String INJECTED = "istio-injection: enabled";

    private Vectors() {}

    /** The cluster with some policies, every pod with a proxy of its own. */
    static String cluster(List<String> policies) {
        List<String> all = new ArrayList<>();
        for (String name : List.of("a", "b", "tenant-a", "tenant-ab")) {
            all.add("apiVersion: v1\nkind: Namespace\nmetadata: {name: " + name + ", labels: {t: " + name + ", "
                    + INJECTED + "}}");
            all.add(pod(name, "peer", "peer"));
        }
        all.add(pod("a", "app", "a"));
        all.addAll(policies);
        return String.join("\n---\n", all);
    }

    private static String pod(String namespace, String name, String app) {
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: " + name + ", namespace: " + namespace + ", labels: {app: "
                + app + "}}\nspec: {serviceAccountName: " + name + ", containers: [{name: c}]}";
    }

    /** The same with the proxies of nodes. */
    static String ambient(String cluster) {
        return cluster.replace(INJECTED, "istio.io/dataplane-mode: ambient");
    }

    /** The same without a mesh. */
    static String withoutMesh(String cluster) {
        return cluster.replace(", " + INJECTED, "");
    }

    static String istio(String kind, String namespace, String name, String spec) {
        return "apiVersion: security.istio.io/v1\nkind: " + kind + "\nmetadata: {name: " + name + ", namespace: "
                + namespace + "}\n" + (spec.isEmpty() ? "spec: {}" : "spec:\n" + spec.indent(2));
    }

    static Verdict ask(String manifests, String source, String destination, int port) {
        return ask(manifests, source, destination, Port.tcp(port));
    }

    static Verdict ask(String manifests, String source, String destination, Port port) {
        Problems problems = new Problems();
        MeshVerifier verifier = MeshVerifier.of(
                ManifestLoader.read("vector.yaml", manifests, problems), ClusterProfile.KUBERNETES, problems);
        return verifier.reachability(Adversary.ACCIDENT).ask(pod(verifier, source), pod(verifier, destination), port);
    }

    private static Pod pod(MeshVerifier verifier, String id) {
        return verifier.world().podsOf(id).get(0);
    }
}
