package dev.tenantmesh.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryTest {

    private static final String PLAIN = """
        apiVersion: tenantmesh.dev/v1
        kind: Platform
        name: istio
        distribution: {type: kubernetes, version: "1.34"}
        mesh: {type: istio, version: "1.30"}
        network: {cni: calico, podCIDRs: [10.244.0.0/16], serviceCIDRs: [10.96.0.0/12]}
        guardrails: {mtls: STRICT}
        tenants: [{name: web, namespaces: ["web-*"], hosts: []}]
        exemptions: # of the platform
        ---
        apiVersion: tenantmesh.dev/v1
        kind: Mesh
        name: shop
        controlPlane: {name: shop, namespace: shop-mesh}
        trustDomain: shop.example.com
        exemptions: # of the mesh
        ---
        apiVersion: tenantmesh.dev/v1
        kind: Tenant
        name: web
        mesh: shop
        namespaces: [{name: web-prod}]
        """;

    @TempDir
    Path folder;

    @Test
    void acceptsTheLastDay() throws IOException {
        Problems problems = check(model("2027-03-31", "2027-06-30"), LocalDate.of(2027, 3, 31));

        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void namesAnExemptionOfAPlatformAfterItsLastDay() throws IOException {
        Problems problems = check(model("2027-03-31", "2027-06-30"), LocalDate.of(2027, 4, 1));

        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.EXEMPTION_EXPIRED);
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.written()).isEqualTo("2027-03-31");
            assertThat(problem.origin().line()).isEqualTo(9);
            assertThat(problem.why()).contains("'mtls'").contains("2027-04-01");
            assertThat(problem.fix()).contains("security-team");
        });
    }

    @Test
    void namesAnExemptionOfAMeshAfterItsLastDay() throws IOException {
        Problems problems = check(model("2027-06-30", "2027-03-31"), LocalDate.of(2027, 4, 1));

        assertThat(problems.sorted())
                .extracting(problem -> problem.origin().line())
                .containsExactly(16);
    }

    @Test
    void namesAllThatExpired() throws IOException {
        Problems problems = check(model("2027-03-31", "2027-03-30"), LocalDate.of(2028, 1, 1));

        assertThat(problems.sorted()).extracting(Problem::written).containsExactly("2027-03-31", "2027-03-30");
    }

    @Test
    void warnsOnceWithoutADay() throws IOException {
        Problems problems = check(model("1999-12-31", "2027-06-30"), null);

        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.EXPIRY_NOT_CHECKED);
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.origin().line()).isEqualTo(9);
            assertThat(problem.why()).contains("2 exemptions");
        });
    }

    @Test
    void saysNothingWithoutExemptions() throws IOException {
        assertThat(check(read(PLAIN.replaceAll("exemptions: .*\n", "")), null).isEmpty())
                .isTrue();
    }

    @Test
    void namesAMigrationAfterItsLastDay() throws IOException {
        MeshModel model = read(PLAIN.replaceAll("exemptions: .*\n", "").replace("trustDomain: shop.example.com", """
                        trustDomain: shop.example.com
                        mtls: {migration: {stage: permissive, owner: mesh-team, reason: jobs, expires: 2027-03-31}}"""));

        assertThat(check(model, LocalDate.of(2027, 3, 31)).isEmpty()).isTrue();
        assertThat(check(model, LocalDate.of(2027, 4, 1)).sorted())
                .singleElement()
                .extracting(Problem::code, Problem::message)
                .satisfies(told -> assertThat(told.toString())
                        .contains("MESH0142", "the migration of mesh 'shop' to mutual TLS", "mesh-team"));
    }

    @Test
    void namesAShadowAfterItsLastDay() throws IOException {
        MeshModel model = read(PLAIN.replaceAll("exemptions: .*\n", "").replace("trustDomain: shop.example.com", """
                        trustDomain: shop.example.com
                        shadow: {namespaces: [web-prod], owner: mesh-team, reason: callers, expires: 2027-03-31}"""));

        assertThat(check(model, LocalDate.of(2027, 3, 31)).isEmpty()).isTrue();
        assertThat(check(model, LocalDate.of(2027, 4, 1)).sorted())
                .singleElement()
                .extracting(Problem::code, Problem::message)
                .satisfies(told ->
                        assertThat(told.toString()).contains("MESH0142", "the shadow of mesh 'shop'", "mesh-team"));
    }

    private static Problems check(MeshModel model, @Nullable LocalDate asOf) {
        Problems problems = new Problems();
        Expiry.check(model, asOf, problems);
        return problems;
    }

    private MeshModel model(String ofPlatform, String ofMesh) throws IOException {
        return read(
                PLAIN.replace("# of the platform", exemption(ofPlatform)).replace("# of the mesh", exemption(ofMesh)));
    }

    private MeshModel read(String text) throws IOException {
        return MeshModel.read(Files.writeString(folder.resolve("mesh.yaml"), text));
    }

    private static String exemption(String expires) {
        return "[{rule: mtls, at: {namespace: web-prod}, allow: PERMISSIVE, owner: security-team, reason: clients"
                + " outside, expires: " + expires + "}]";
    }
}
