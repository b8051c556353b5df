package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.junit.jupiter.api.Test;

class LintMojoTest extends GoalTest {

    private static final String CLOSED = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
            """;

    private static final String NODE_PORT = """
            apiVersion: v1
            kind: Service
            metadata: {name: till, namespace: shop}
            spec: {type: NodePort, selector: {app: till}, ports: [{port: 80}]}
            """;

    @Test
    @InjectMojo(goal = "lint")
    void passesWhereNothingIsFound(LintMojo mojo) throws Exception {
        givenFile("deploy/shop.yaml", CLOSED);

        run(mojo);

        assertThat(log.lines("INFO")).contains("INFO no findings");
    }

    @Test
    @InjectMojo(goal = "lint")
    void failsOnAnErrorAndTellsEverythingElseToo(LintMojo mojo) throws Exception {
        givenFile("deploy/shop.yaml", CLOSED.replace("policyTypes: [Ingress, Egress]", "egress: []"));
        givenFile("deploy/till.yaml", NODE_PORT);

        assertThat(failure(mojo)).isEqualTo("1 error at 1 place. See docs/problems/MESH0426.md");

        assertThat(log.lines("ERROR")).singleElement().asString().contains("deploy/shop.yaml:4:25: MESH0426 'closed'");
        assertThat(log.lines("WARN")).singleElement().asString().contains("deploy/till.yaml:4:8: MESH0453");
    }

    @Test
    @InjectMojo(goal = "lint")
    void failsOnAWarningOnlyWhereThatIsAskedFor(LintMojo mojo) throws Exception {
        givenFile("deploy/shop.yaml", CLOSED);
        givenFile("deploy/till.yaml", NODE_PORT);

        run(mojo);
        MojoExtension.setVariableValueToObject(mojo, "strict", true);

        assertThat(failure(mojo)).contains("1 warning", "mesh.strict");
    }

    @Test
    @InjectMojo(goal = "lint")
    void countsThePlacesOfOneCause(LintMojo mojo) throws Exception {
        givenFile("deploy/shop.yaml", CLOSED);
        givenFile("deploy/till.yaml", NODE_PORT);
        givenFile("deploy/other.yaml", NODE_PORT.replace("name: till", "name: other"));

        run(mojo);

        assertThat(log.lines("WARN")).singleElement().asString().endsWith("(and 1 more place)");
    }

    @Test
    @InjectMojo(goal = "lint")
    void writesItsAnswerEvenWhereItFails(LintMojo mojo) throws Exception {
        Path answer = base.resolve("target/lint.json");
        givenFile("deploy/shop.yaml", CLOSED.replace("policyTypes: [Ingress, Egress]", "egress: []"));
        MojoExtension.setVariableValueToObject(mojo, "format", "json");
        MojoExtension.setVariableValueToObject(mojo, "answer", new File(answer.toString()));

        failure(mojo);

        assertThat(Files.readString(answer)).contains("\"version\" : \"tenantmesh.dev/findings/v1\"", "MESH0426");
        assertThat(log.lines("ERROR")).singleElement().asString().contains("MESH0426");
    }

    @Test
    @InjectMojo(goal = "lint")
    void refusesAFormatThatIsNoList(LintMojo mojo) throws Exception {
        givenFile("deploy/shop.yaml", CLOSED);
        MojoExtension.setVariableValueToObject(mojo, "format", "dot");

        failure(mojo);

        assertThat(log.lines("ERROR")).singleElement().asString().contains("mesh.format: MESH0313 'dot'");
    }
}
