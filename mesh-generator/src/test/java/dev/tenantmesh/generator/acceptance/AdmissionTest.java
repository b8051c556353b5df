package dev.tenantmesh.generator.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tenantmesh.crds.admission.AdmissionAnswer;
import dev.tenantmesh.crds.admission.AdmissionPolicies;
import dev.tenantmesh.crds.admission.AdmissionRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused of tenants, and what is not, by evaluating the policies that are committed. */
class AdmissionTest {

    private static final String PODS_ARE_CHECKED = "validatingadmissionpolicy-mesh-pods.yaml";

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path REQUESTS = Path.of("src/test/resources/admission/requests.yaml");
    private static final Path DEPLOY = Path.of("../examples/guardrails/deploy");
    private static final Map<String, AdmissionRequest.User> USERS = Map.of(
            "owner", user("alice", "shop-dev", "system:authenticated"),
            "platform", user("bob", "platform-admins", "system:authenticated"),
            "tool", user("system:serviceaccount:openshift-gitops:openshift-gitops-argocd-application-controller"),
            "controller",
                    user(
                            "system:serviceaccount:kube-system:replicaset-controller",
                            "system:serviceaccounts:kube-system"));

    private static AdmissionRequest.User user(String name, String... groups) {
        return new AdmissionRequest.User(name, List.of(groups));
    }

    @TestFactory
    Stream<DynamicTest> owners_may_store_what_undoes_nothing() throws IOException {
        AdmissionPolicies policies = policies(DEPLOY.resolve("openshift"));
        return cases().stream()
                .map(request -> DynamicTest.dynamicTest(request.path("about").asText(), () -> {
                    AdmissionAnswer answer = policies.ask(request(request));

                    assertThat(answer.unknown()).isEmpty();
                    assertThat(answer.refusal()
                                    .map(refusal -> refusal.substring(0, refusal.indexOf(':')))
                                    .orElse(""))
                            .isEqualTo(request.path("by").asText(""));
                }));
    }

    /** Where a roll lists members, pods ask for their proxy. */
    @Test
    void pods_that_do_not_ask_have_no_proxy_by_a_roll() throws IOException {
        AdmissionPolicies policies =
                policies(Path.of("src/test/resources/cases/guardrails-by-kind/deploy/openshift-mesh-2"));
        String pod = "{namespace: shop, resource: pods, object: {metadata: {%s}, spec: {containers: [{name: app}]}}}";

        AdmissionAnswer silent = policies.ask(request(YAML.readTree(pod.formatted(""))));
        AdmissionAnswer asking =
                policies.ask(request(YAML.readTree(pod.formatted("labels: {sidecar.istio.io/inject: 'true'}"))));

        assertThat(silent.refusal()).hasValueSatisfying(said -> assertThat(said).contains("label them"));
        assertThat(asking.refusal()).isEmpty();
    }

    /** A controller makes them of a Deployment, in nobody's name who is exempt. */
    @ParameterizedTest
    @MethodSource("platforms")
    void pods_of_generated_gateways_are_taken(Path platform) throws IOException {
        AdmissionPolicies policies = policies(platform);
        AdmissionRequest.User controller =
                new AdmissionRequest.User("system:serviceaccount:kube-system:replicaset-controller", List.of());
        for (Path folder : namespaces(platform)) {
            List<JsonNode> homes = documents(platform, folder.getFileName().toString(), "Namespace");
            for (JsonNode deployment : documents(platform, folder.getFileName().toString(), "Deployment")) {
                ObjectNode pod = deployment.path("spec").path("template").deepCopy();
                pod.withObject("metadata")
                        .put("name", "thing")
                        .put("namespace", folder.getFileName().toString());
                ((ObjectNode) homes.get(0).path("metadata").path("labels"))
                        .put("kubernetes.io/metadata.name", folder.getFileName().toString());

                AdmissionAnswer answer = policies.ask(new AdmissionRequest(
                        "CREATE",
                        new AdmissionRequest.Resource("", "v1", "pods", ""),
                        controller,
                        pod,
                        null,
                        homes.get(0)));

                assertThat(answer.refusal()).isEmpty();
                assertThat(answer.unknown()).isEmpty();
            }
        }
    }

    private static List<Path> namespaces(Path platform) throws IOException {
        try (Stream<Path> folders = Files.list(platform)) {
            return folders.filter(folder -> Files.isDirectory(folder)
                            && !folder.getFileName().toString().startsWith("_"))
                    .sorted()
                    .toList();
        }
    }

    /** Every platform of a case or an example that has admission policies. */
    static Stream<Path> platforms() throws IOException {
        List<Path> platforms = new ArrayList<>();
        for (Path root : List.of(Path.of("src/test/resources/cases"), Path.of("../examples"))) {
            try (Stream<Path> found =
                    Files.find(root, 6, (path, attributes) -> path.endsWith("_cluster/" + PODS_ARE_CHECKED))) {
                found.map(file -> file.getParent().getParent()).sorted().forEach(platforms::add);
            }
        }
        return platforms.stream();
    }

    /** Without policies of administrators nobody bounds NetworkPolicies, so that tenants write none. */
    @Test
    void every_check_refuses_something() throws IOException {
        List<String> refusals = new ArrayList<>();
        AdmissionPolicies policies = policies(DEPLOY.resolve("openshift"));
        for (JsonNode request : cases()) {
            policies.ask(request(request)).refusal().ifPresent(refusals::add);
        }

        List<String> messages = documents(DEPLOY.resolve("openshift"), "ValidatingAdmissionPolicy").stream()
                .flatMap(policy -> StreamSupport.stream(
                                policy.path("spec").path("validations").spliterator(), false)
                        .map(check -> policy.path("metadata").path("name").asText() + ": "
                                + check.path("message").asText()))
                .toList();
        assertThat(new TreeSet<>(refusals)).isEqualTo(new TreeSet<>(messages));
    }

    private static List<JsonNode> cases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        YAML.readTree(Files.readString(REQUESTS)).forEach(cases::add);
        return cases;
    }

    private static AdmissionRequest request(JsonNode request) {
        String resource = request.path("resource").asText();
        String name = resource.contains(".") ? resource.substring(0, resource.indexOf('.')) : resource;
        String group = resource.contains(".") ? resource.substring(resource.indexOf('.') + 1) : "";
        String[] parts = name.split("/", 2);
        String namespace = request.path("namespace").asText("shop-prod");
        ObjectNode home = YAML.createObjectNode();
        home.putObject("metadata")
                .put("name", namespace)
                .putObject("labels")
                .put("kubernetes.io/metadata.name", namespace)
                .put("istio.io/rev", "market");
        return new AdmissionRequest(
                request.path("operation").asText("CREATE"),
                new AdmissionRequest.Resource(group, "v1", parts[0], parts.length > 1 ? parts[1] : ""),
                USERS.get(request.path("user").asText("owner")),
                object(request.get("object"), namespace),
                object(request.get("old"), namespace),
                parts[0].equals("namespaces") ? null : home);
    }

    private static JsonNode object(JsonNode written, String namespace) {
        if (written == null) {
            return null;
        }
        ObjectNode object = written.deepCopy();
        ObjectNode metadata =
                object.has("metadata") ? (ObjectNode) object.get("metadata") : object.putObject("metadata");
        metadata.put("name", "thing").put("namespace", namespace);
        return object;
    }

    private static AdmissionPolicies policies(Path platform) throws IOException {
        return new AdmissionPolicies(
                documents(platform, "ValidatingAdmissionPolicy"),
                documents(platform, "ValidatingAdmissionPolicyBinding"));
    }

    private static List<JsonNode> documents(Path platform, String kind) throws IOException {
        return documents(platform, "_cluster", kind);
    }

    private static List<JsonNode> documents(Path platform, String folder, String kind) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(platform.resolve(folder))) {
            for (Path file : files.sorted().toList()) {
                JsonNode document = YAML.readTree(Files.readString(file));
                if (document.path("kind").asText().equals(kind)) {
                    documents.add(document);
                }
            }
        }
        return documents;
    }
}
