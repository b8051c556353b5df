package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.junit.jupiter.api.Test;

class CapacityMojoTest extends GoalTest {

    private static final String COUNTED = Documents.ONE_TENANT.replace(
            "serviceAccount: storefront\n", "serviceAccount: storefront\n        replicas: 3\n");

    private static final String TWELVE_PODS = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: storefront, namespace: web-prod}
            spec:
              replicas: 12
              selector: {matchLabels: {app.kubernetes.io/name: storefront}}
              template:
                metadata: {labels: {app.kubernetes.io/name: storefront}}
                spec:
                  serviceAccountName: storefront
                  containers: [{name: storefront, image: storefront}]
            """;

    @Test
    @InjectMojo(goal = "capacity")
    void printsWhatTheMeshCosts(CapacityMojo mojo) throws Exception {
        givenModel(COUNTED);

        run(mojo);

        assertThat(log.lines("ERROR")).isEmpty();
        assertThat(log.lines("WARN")).isEmpty();
        assertThat(log.lines("INFO"))
                .anyMatch(line -> line.contains("Capacity of platform istio, Istio 1.30"))
                .anyMatch(line -> line.contains("web-prod/storefront: sidecars 3; CPU requested 0.3 vCPU;"))
                .anyMatch(line -> line.contains("web-prod/storefront: Service ports 1 of 1; endpoints 3 of 3;"))
                .anyMatch(line -> line.contains("In no manifest, hence not counted here (mesh.manifests names"));
    }

    @Test
    @InjectMojo(goal = "capacity")
    void writesMarkdownToAFile(CapacityMojo mojo) throws Exception {
        givenModel(COUNTED);
        givenAnswer(mojo, "md");

        run(mojo);

        assertThat(text("target/answer")).startsWith("## Capacity of platform istio, Istio 1.30\n");
    }

    @Test
    @InjectMojo(goal = "capacity")
    void writesJsonToAFile(CapacityMojo mojo) throws Exception {
        givenModel(COUNTED);
        givenAnswer(mojo, "json");

        run(mojo);

        assertThat(text("target/answer"))
                .contains("\"version\" : \"tenantmesh.dev/capacity/v1\"", "\"percentOfPushes\" : 100");
    }

    @Test
    @InjectMojo(goal = "capacity")
    void failsWhereSidecarsCostMoreThanABudgetHas(CapacityMojo mojo) throws Exception {
        givenModel(COUNTED.replace(
                "guardrails: {mtls: STRICT}", "guardrails: {mtls: STRICT}\nbudget: {sidecars: 2, sidecarCPU: 200m}"));

        assertThat(failure(mojo)).contains("docs/problems/MESH0270.md");

        assertThat(log.lines("ERROR"))
                .anyMatch(line -> line.contains("src/main/mesh/mesh.yaml:") && line.contains("MESH0270"));
    }

    @Test
    @InjectMojo(goal = "capacity")
    void countsThePodsOfTenantsAndWarnsOfMoreThanTheDocumentsSay(CapacityMojo mojo) throws Exception {
        givenModel(COUNTED);
        givenFile("apps/storefront.yaml", TWELVE_PODS);
        givenManifests(mojo, "apps");

        run(mojo);

        assertThat(log.lines("INFO"))
                .anyMatch(line -> line.contains("web-prod: proxies 12; CPU requested 1.2 vCPU;"))
                .noneMatch(line -> line.contains("In no manifest"));
        assertThat(log.lines("WARN"))
                .singleElement()
                .asString()
                .contains(
                        "src/main/mesh/mesh.yaml:27:", "MESH0499 'web-prod'", "1.2 vCPU and 1.5 GiB by the manifests");

        MojoExtension.setVariableValueToObject(mojo, "strict", true);
        assertThat(failure(mojo)).contains("docs/problems/MESH0499.md");
    }

    @Test
    @InjectMojo(goal = "capacity")
    void tellsOfManifestsThatAreNotThere(CapacityMojo mojo) throws Exception {
        givenModel(COUNTED);
        givenManifests(mojo, "nowhere");

        assertThat(failure(mojo)).contains("docs/problems/MESH0101.md");
    }

    @Test
    @InjectMojo(goal = "capacity")
    void tellsOfAFormatThatThereIsNot(CapacityMojo mojo) throws Exception {
        givenModel(COUNTED);
        MojoExtension.setVariableValueToObject(mojo, "format", "csv");

        failure(mojo);

        assertThat(log.lines("ERROR"))
                .singleElement()
                .asString()
                .contains("mesh.format", "'csv'", "Write one of: text, md, json.");
    }

    private void givenManifests(CapacityMojo mojo, String folder) throws Exception {
        MojoExtension.setVariableValueToObject(
                mojo, "manifests", List.of(base.resolve(folder).toFile()));
    }

    private void givenAnswer(CapacityMojo mojo, String format) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "format", format);
        MojoExtension.setVariableValueToObject(
                mojo, "answer", new File(base.resolve("target/answer").toString()));
    }
}
