package dev.tenantmesh.verifier.cases;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.question.Explanation;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.ArrayList;
import java.util.List;

/** Two namespaces, red and blue, each with a pod behind a proxy, and whatever a case adds. */
final class Cluster {

    private static final String RED_AND_BLUE = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: red, labels: {tenant: red, istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: blue, labels: {tenant: blue, istio-injection: enabled}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: client, namespace: red}
            spec:
              template:
                metadata: {labels: {app: x}}
                spec: {serviceAccountName: client, containers: [{name: app}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: api, namespace: blue}
            spec:
              template:
                metadata: {labels: {app: api}, annotations: {}}
                spec:
                  serviceAccountName: api
                  containers: [{name: app, ports: [{name: http, containerPort: 8080}]}]
            """;

    private final List<String> texts = new ArrayList<>();
    private ClusterProfile profile = ClusterProfile.KUBERNETES;
    private Adversary adversary = Adversary.ACCIDENT;

    /** Red and blue, both injected. */
    static Cluster redAndBlue() {
        return new Cluster().with(RED_AND_BLUE);
    }

    /** Red and blue without proxies. */
    static Cluster withoutMesh() {
        return new Cluster().with(RED_AND_BLUE.replace(", istio-injection: enabled", ""));
    }

    static Cluster empty() {
        return new Cluster();
    }

    Cluster with(String manifests) {
        texts.add(manifests);
        return this;
    }

    /** The same with a piece of a manifest written otherwise. */
    Cluster where(String piece, String other) {
        texts.replaceAll(text -> text.replace(piece, other));
        return this;
    }

    /** A NetworkPolicy of blue that selects every pod, by its spec without the selector. */
    Cluster blueAllows(String spec) {
        return with(policy("blue", "allow", spec));
    }

    static String policy(String namespace, String name, String spec) {
        return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " + name + ", namespace: "
                + namespace + "}\nspec:\n" + ("podSelector: {}\n" + spec).indent(2);
    }

    static String istio(String kind, String namespace, String name, String spec) {
        return "apiVersion: security.istio.io/v1\nkind: " + kind + "\nmetadata: {name: " + name + ", namespace: "
                + namespace + "}\n" + (spec.isEmpty() ? "" : "spec:\n" + spec.indent(2));
    }

    /** A Service of a namespace that leads to its pods with a label, port 80 to 8080. */
    Cluster service(String namespace, String name, String annotations) {
        return with("apiVersion: v1\nkind: Service\nmetadata: {name: " + name + ", namespace: " + namespace
                + ", annotations: {" + annotations + "}}\n"
                + "spec: {ports: [{name: http, port: 80, targetPort: 8080}], selector: {app: " + name + "}}\n");
    }

    /** An object of {@code networking.istio.io}. */
    Cluster config(String kind, String namespace, String name, String spec) {
        return with("apiVersion: networking.istio.io/v1\nkind: " + kind + "\nmetadata: {name: " + name + ", namespace: "
                + namespace + "}\nspec:\n" + spec.indent(2));
    }

    /** The control plane, by its configuration. */
    Cluster meshConfig(String meshConfig) {
        return with(
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  mesh: |\n"
                        + meshConfig.indent(4));
    }

    Cluster on(ClusterProfile other) {
        profile = other;
        return this;
    }

    Adversary adversary() {
        return adversary;
    }

    Cluster against(Adversary other) {
        adversary = other;
        return this;
    }

    Verdict redToBlue() {
        return ask("red/client", "blue/api", "tcp/8080");
    }

    Verdict redToBlue(String port) {
        return ask("red/client", "blue/api", port);
    }

    Verdict ask(String source, String destination, String port) {
        MeshVerifier verifier = verifier();
        Endpoint from = endpoint(verifier, source);
        Endpoint to = endpoint(verifier, destination);
        return verifier.reachability(adversary).ask(from, to, Port.parse(port).orElseThrow());
    }

    Verdict ask(Endpoint source, String destination, String port) {
        MeshVerifier verifier = verifier();
        return verifier.reachability(adversary)
                .ask(source, endpoint(verifier, destination), Port.parse(port).orElseThrow());
    }

    /** What a person is told who asks. */
    Explanation explain(String source, String destination, String port) {
        MeshVerifier verifier = verifier();
        return new Connectivity(verifier, adversary)
                .explain(
                        endpoint(verifier, source),
                        endpoint(verifier, destination),
                        Port.parse(port).orElseThrow());
    }

    Connectivity connectivity() {
        return new Connectivity(verifier(), adversary);
    }

    private static Endpoint endpoint(MeshVerifier verifier, String id) {
        if (id.matches("[0-9./]+")) {
            return new External(AddressRange.ofCidr(id).orElseThrow());
        }
        List<Pod> pods = verifier.world().podsOf(id);
        if (pods.size() != 1) {
            throw new IllegalArgumentException("Not one pod: " + id + " is " + pods);
        }
        return pods.get(0);
    }

    MeshVerifier verifier() {
        Problems problems = new Problems();
        return MeshVerifier.of(
                ManifestLoader.read("case.yaml", String.join("\n---\n", texts), problems), profile, problems);
    }

    Problems problems() {
        Problems problems = new Problems();
        try {
            MeshVerifier.of(
                    ManifestLoader.read("case.yaml", String.join("\n---\n", texts), problems), profile, problems);
        } catch (dev.tenantmesh.model.problem.ProblemsException stopped) {
            return problems;
        }
        return problems;
    }
}
