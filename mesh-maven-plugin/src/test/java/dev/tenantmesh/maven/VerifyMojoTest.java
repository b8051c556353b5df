package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyMojoTest extends GoalTest {

    private static final String CLAIMS = """
            apiVersion: tenantmesh.dev/v1
            kind: Claims
            name: web
            owners: {web: [web-prod]}
            claims:
              - name: closed
                nobody: {from: {namespace: shop}, to: {tenant: web}}
            """;

    private static final String OPEN = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: open, namespace: web-prod}
            spec:
              podSelector: {}
              policyTypes: [Ingress]
              ingress:
                - from: [{namespaceSelector: {}}]
            """;

    @BeforeEach
    @InjectMojo(goal = "generate")
    void givenGeneratedManifests(GenerateMojo generate) throws Exception {
        givenModel(Documents.ONE_TENANT);
        run(generate);
        givenNewBuild();
    }

    @Test
    @InjectMojo(goal = "verify")
    void provesWhatTheModelPromises(VerifyMojo mojo) throws Exception {
        run(mojo);

        assertThat(log.lines("ERROR")).isEmpty();
        assertThat(log.lines("INFO"))
                .anyMatch(line -> line.contains("HOLDS tenant-closed/web: "))
                .anyMatch(line -> line.contains("Cluster profile kubernetes: ") && line.contains("10.244.0.0"))
                .anyMatch(line -> line.contains("Not covered: "))
                .anyMatch(line -> line.startsWith("INFO HOLDS") && line.contains("(src/main/mesh/"));
    }

    @Test
    @InjectMojo(goal = "verify")
    void failsWhereAManifestOpensWhatTheModelCloses(VerifyMojo mojo) throws Exception {
        givenFile("deploy/istio/web-prod/networkpolicy-mine.yaml", OPEN);

        String failure = failure(mojo);

        assertThat(failure).contains("broken. See docs/problems/MESH0480.md");
        assertThat(log.lines("ERROR"))
                .anyMatch(line -> line.contains("src/main/mesh/mesh.yaml:")
                        && line.contains("MESH0480 'tenant-closed/web'")
                        && line.contains(
                                "NetworkPolicy web-prod/open at deploy/istio/web-prod/networkpolicy-mine.yaml:8:7"));
    }

    @Test
    @InjectMojo(goal = "verify")
    void provesClaimsThatAreWrittenByHandWithoutAProject(VerifyMojo mojo) throws Exception {
        givenOutsideAnyProject();
        givenFile("claims/web.yaml", CLAIMS);
        MojoExtension.setVariableValueToObject(
                mojo, "claims", List.of(base.resolve("claims").toFile()));
        MojoExtension.setVariableValueToObject(
                mojo, "manifests", List.of(base.resolve("deploy/istio").toFile()));

        run(mojo);

        assertThat(log.lines("INFO"))
                .anyMatch(line -> line.contains("HOLDS web/closed: Nobody of namespace shop reaches tenant web."))
                .anyMatch(line -> line.endsWith("1 claim: 1 proved"));
    }

    @Test
    @InjectMojo(goal = "verify")
    void writesItsAnswerEvenWhereItFails(VerifyMojo mojo) throws Exception {
        Path answer = base.resolve("target/proof.json");
        givenFile("claims.yaml", CLAIMS);
        givenFile("open.yaml", OPEN);
        MojoExtension.setVariableValueToObject(
                mojo, "claims", List.of(base.resolve("claims.yaml").toFile()));
        MojoExtension.setVariableValueToObject(
                mojo, "manifests", List.of(base.resolve("open.yaml").toFile()));
        MojoExtension.setVariableValueToObject(mojo, "format", "json");
        MojoExtension.setVariableValueToObject(mojo, "answer", new File(answer.toString()));

        assertThat(failure(mojo)).isEqualTo("1 claim: 1 broken. See docs/problems/MESH0480.md");

        assertThat(Files.readString(answer)).contains("\"outcome\" : \"broken\"", "\"fix\" : \"Remove the peer");
    }

    @Test
    @InjectMojo(goal = "verify")
    void aClaimAboutNobodyFailsOnlyWhereThatIsStrict(VerifyMojo mojo) throws Exception {
        givenFile("claims.yaml", CLAIMS.replace("owners: {web: [web-prod]}", "owners: {web: [wbe-prod]}"));
        MojoExtension.setVariableValueToObject(
                mojo, "claims", List.of(base.resolve("claims.yaml").toFile()));

        run(mojo);

        assertThat(log.lines("WARN")).singleElement().asString().contains("claims.yaml:6:5: MESH0482 'web/closed'");

        MojoExtension.setVariableValueToObject(mojo, "strict", true);
        assertThat(failure(mojo)).contains("1 about nobody. See docs/problems/MESH0482.md");
    }

    @Test
    @InjectMojo(goal = "verify")
    void tellsEverySettingThatIsWrong(VerifyMojo mojo) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "level", "hostile");
        MojoExtension.setVariableValueToObject(mojo, "format", "csv");

        failure(mojo);

        assertThat(log.lines("ERROR")).hasSize(2).allMatch(line -> line.contains("Write one of: "));
    }
}
