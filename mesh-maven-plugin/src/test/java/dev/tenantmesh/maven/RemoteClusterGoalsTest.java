package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.junit.jupiter.api.Test;

/** Goals that read manifests alone are told where Istio's objects of a remote cluster are. */
class RemoteClusterGoalsTest extends GoalTest {

    private static final Path BRANCHES = Path.of("..", "examples", "primary-remote", "deploy", "branches");
    private static final File HEAD = BRANCHES.resolve("head").toFile();
    private static final List<File> BRANCH = List.of(BRANCHES.resolve("branch").toFile());

    private static void givenQuestion(ExplainMojo mojo) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "manifests", BRANCH);
        MojoExtension.setVariableValueToObject(mojo, "cluster", "ovn-kubernetes");
        MojoExtension.setVariableValueToObject(mojo, "from", "shop-prod/app.kubernetes.io/name=till");
        MojoExtension.setVariableValueToObject(mojo, "to", "shop-prod/app.kubernetes.io/name=loyalty");
        MojoExtension.setVariableValueToObject(mojo, "port", "tcp/8080");
    }

    @Test
    @InjectMojo(goal = "explain")
    void with_its_primary_proxies_demand_who_comes(ExplainMojo mojo) throws Exception {
        givenQuestion(mojo);
        MojoExtension.setVariableValueToObject(mojo, "primary", HEAD);

        run(mojo);

        assertThat(log.lines("WARN")).isEmpty();
        assertThat(log.lines("INFO"))
                .anyMatch(line -> line.contains("PeerAuthentication shop-prod/default says STRICT"))
                .anyMatch(line -> line.contains("head/shop-prod/authorizationpolicy-allow-loyalty.yaml"));
    }

    @Test
    @InjectMojo(goal = "explain")
    void alone_it_says_what_is_not_known(ExplainMojo mojo) throws Exception {
        givenQuestion(mojo);

        run(mojo);

        assertThat(log.lines("WARN"))
                .anyMatch(line -> line.contains("MESH0478 'retail'") && line.contains("-Dmesh.primary=<folder>"));
        assertThat(log.lines("INFO")).noneMatch(line -> line.contains("STRICT"));
    }

    @Test
    @InjectMojo(goal = "lint")
    void the_linter_looks_at_both(LintMojo mojo) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "manifests", BRANCH);
        MojoExtension.setVariableValueToObject(mojo, "cluster", "ovn-kubernetes");
        MojoExtension.setVariableValueToObject(mojo, "primary", HEAD);

        run(mojo);

        assertThat(log.lines("ERROR")).isEmpty();
        assertThat(log.lines("WARN")).noneMatch(line -> line.contains("MESH0478") || line.contains("MESH0457"));
    }

    @Test
    @InjectMojo(goal = "connectivity")
    void a_primary_of_nobody_is_a_mistake(ConnectivityMojo mojo) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "manifests", List.of(HEAD));
        MojoExtension.setVariableValueToObject(mojo, "primary", HEAD);

        assertThat(failure(mojo)).contains("docs/problems/MESH0313");

        assertThat(log.lines("ERROR"))
                .anyMatch(line -> line.contains("mesh.primary: MESH0313")
                        && line.contains("No control plane of these manifests is in another cluster."));
    }

    @Test
    @InjectMojo(goal = "diff")
    void a_folder_before_has_no_primary(DiffMojo mojo) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "manifests", BRANCH);
        MojoExtension.setVariableValueToObject(mojo, "before", BRANCH.get(0));
        MojoExtension.setVariableValueToObject(mojo, "primary", HEAD);

        assertThat(failure(mojo)).contains("docs/problems/MESH0313");

        assertThat(log.lines("ERROR")).anyMatch(line -> line.contains("mesh.primary: MESH0313"));
    }

    @Test
    @InjectMojo(goal = "verify")
    void claims_that_are_written_by_hand_are_about_both(VerifyMojo mojo) throws Exception {
        givenFile("claims.yaml", """
                apiVersion: tenantmesh.dev/v1
                kind: Claims
                name: branch
                claims:
                  - name: apart
                    nobody: {from: {namespace: retail-eastwest}, to: {namespace: shop-prod}}
                """);
        MojoExtension.setVariableValueToObject(
                mojo, "claims", List.of(base.resolve("claims.yaml").toFile()));
        MojoExtension.setVariableValueToObject(mojo, "manifests", BRANCH);
        MojoExtension.setVariableValueToObject(mojo, "cluster", "ovn-kubernetes");
        MojoExtension.setVariableValueToObject(mojo, "primary", HEAD);

        run(mojo);

        assertThat(log.lines("INFO")).anyMatch(line -> line.endsWith("1 claim: 1 proved"));
    }
}
