package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerGoalsTest extends GoalTest {

    @BeforeEach
    void givenManifests() throws IOException {
        givenFile("deploy/shop.yaml", """
                apiVersion: v1
                kind: Pod
                metadata: {name: till, namespace: shop, labels: {app: till}}
                spec: {containers: [{name: app, image: example, ports: [{containerPort: 8080}]}]}
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: closed, namespace: shop}
                spec: {podSelector: {}, policyTypes: [Ingress]}
                """);
    }

    @Test
    @InjectMojo(goal = "connectivity")
    void saysWhoReachesWhomInTheFolderOfTheProject(ConnectivityMojo mojo) throws Exception {
        run(mojo);

        assertThat(log.lines("INFO")).anyMatch(line -> line.contains("shop/"));
        assertThat(log.lines("ERROR")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "connectivity")
    void collectsAllThatIsWrongWithItsSettings(ConnectivityMojo mojo) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "cluster", "ovn-kubernets");
        MojoExtension.setVariableValueToObject(mojo, "format", "xml");

        assertThat(failure(mojo)).contains("docs/problems/");

        assertThat(log.lines("ERROR"))
                .anyMatch(line -> line.contains("mesh.cluster: MESH0313 'ovn-kubernets'")
                        && line.contains("Did you mean 'ovn-kubernetes'?"))
                .anyMatch(line -> line.contains("mesh.format: MESH0313 'xml'"));
    }

    @Test
    @InjectMojo(goal = "connectivity")
    void refusesManifestsThatCannotBeRead(ConnectivityMojo mojo) throws Exception {
        givenFile("deploy/broken.yaml", "kind: [Pod\n");

        assertThat(failure(mojo)).contains("docs/problems/");

        assertThat(log.lines("ERROR")).anyMatch(line -> line.contains("deploy/broken.yaml:"));
    }

    @Test
    @InjectMojo(goal = "explain")
    void namesTheRuleThatDecided(ExplainMojo mojo) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "from", "other/app=stranger");
        MojoExtension.setVariableValueToObject(mojo, "to", "shop/till");
        MojoExtension.setVariableValueToObject(mojo, "port", "tcp/8080");

        run(mojo);

        assertThat(log.lines("INFO")).anyMatch(line -> line.contains("closed"));
    }
}
