package dev.tenantmesh.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenantmesh.model.mesh.ControlPlaneBuilder;
import dev.tenantmesh.model.mesh.ControlPlaneOwnerBuilder;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MeshBuilder;
import dev.tenantmesh.model.mesh.MeshMeshIsolationBuilder;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.DistributionBuilder;
import dev.tenantmesh.model.platform.Exemption;
import dev.tenantmesh.model.platform.ExemptionBuilder;
import dev.tenantmesh.model.platform.ExemptionPlaceBuilder;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.NetworkBuilder;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.platform.PeerGrantBuilder;
import dev.tenantmesh.model.platform.PeerGrantPeerBuilder;
import dev.tenantmesh.model.platform.PeerGrantTargetBuilder;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.PlatformBuilder;
import dev.tenantmesh.model.platform.RouterBuilder;
import dev.tenantmesh.model.platform.ServiceMesh;
import dev.tenantmesh.model.platform.ServiceMeshBuilder;
import dev.tenantmesh.model.platform.TenantGrantBuilder;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.model.tenant.AllowFromBuilder;
import dev.tenantmesh.model.tenant.ServiceBuilder;
import dev.tenantmesh.model.tenant.ServicePortBuilder;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantBuilder;
import dev.tenantmesh.model.tenant.TenantNamespaceBuilder;
import dev.tenantmesh.model.tenant.WorkloadBuilder;
import dev.tenantmesh.model.tenant.WorkloadMtlsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model built in Java is the same as one that was read, and is checked the same. */
class ModelInJavaTest {

    private static final String DOCUMENTS = """
        apiVersion: tenantmesh.dev/v1
        kind: Platform
        name: dev
        distribution: {type: kubernetes, version: "1.34"}
        mesh: {type: istio, version: "1.30"}
        network: {cni: calico, podCIDRs: [10.244.0.0/16]}
        router: {namespaceLabels: {policy-group.network.openshift.io/ingress: ""}}
        tenants: [{name: web, namespaces: ["web-*"]}]
        ---
        apiVersion: tenantmesh.dev/v1
        kind: Mesh
        name: retail
        controlPlane: {name: retail, namespace: retail-mesh, owner: {tenant: web}}
        trustDomain: retail.example.com
        isolation: {boundary: tenant}
        exemptions:
          - rule: mtls
            at: {namespace: web-prod, workload: api, port: 8080}
            allow: PERMISSIVE
            owner: security
            reason: a test
            expires: 2027-03-31
        grants:
          - name: vault
            peer: {namespace: vault, podSelector: {app: vault}}
            ports: [8200]
            direction: egress
            to: [{tenant: web}]
        ---
        apiVersion: tenantmesh.dev/v1
        kind: Tenant
        name: web
        mesh: retail
        namespaces:
          - name: web-prod
            workloads:
              - name: api
                selector: {app: api}
                serviceAccount: api
                services: [{name: api, ports: [{name: http, port: 80, targetPort: 8080}]}]
                mtls: {ports: {8080: PERMISSIVE}}
                allowFrom: [{workload: api}]
        """;

    @Test
    void equals_the_one_that_was_read(@TempDir Path folder) throws IOException {
        // Given
        Files.writeString(folder.resolve("model.yaml"), DOCUMENTS);
        MeshModel read = MeshModel.read(folder);

        // When
        MeshModel built = MeshModel.of(List.of(platform().build()), List.of(mesh().build()), List.of(tenant("8080")));

        // Then
        assertThat(built.platforms()).isEqualTo(read.platforms());
        assertThat(built.meshes()).isEqualTo(read.meshes());
        assertThat(built.tenants()).isEqualTo(read.tenants());
        assertThat(built.findings().isEmpty()).isTrue();
    }

    @Test
    void is_written_without_a_loss(@TempDir Path folder) throws IOException {
        // Given
        Platform platform = platform().build();

        // When
        Files.writeString(folder.resolve("platform.yaml"), MeshYaml.write(platform));
        Files.writeString(folder.resolve("mesh.yaml"), MeshYaml.write(mesh().build()));
        Files.writeString(folder.resolve("tenant.yaml"), MeshYaml.write(tenant("8080")));

        // Then
        MeshModel read = MeshModel.read(folder);
        assertThat(read.platforms()).containsExactly(platform);
        assertThat(read.meshes()).containsExactly(mesh().build());
        assertThat(read.tenants()).containsExactly(tenant("8080"));
    }

    @Test
    void has_model_paths_for_places() {
        // Given
        Mesh mesh = mesh().trustDomain("Retail").build();

        // When
        List<String> told = told(platform().name("De v").build(), mesh, tenant("81"));

        // Then
        assertThat(told)
                .containsExactly(
                        "mesh/retail/exemptions/0: MESH0141 'PERMISSIVE': Nothing at this place needs the exemption. "
                                + "Remove it, or write the value it is meant for.",
                        "mesh/retail/trustDomain: MESH0120 'Retail': This is not an RFC 1123 subdomain. "
                                + "Use lower-case letters, digits, '-' and '.', at most 253 characters.",
                        "platform/De v/name: MESH0120 'De v': This is not an RFC 1123 label. "
                                + "Use at most 63 lower-case letters, digits and '-', with a letter or digit at both"
                                + " ends.",
                        "tenant/web/namespaces/0/workloads/0/mtls/ports/81: MESH0140 'PERMISSIVE': "
                                + "For port 81 of workload api this is looser than 'STRICT', set by mesh retail. "
                                + "Tighten it, or ask the platform team for an exemption at this place.",
                        "tenant/web/namespaces/0/workloads/0/mtls/ports/81: MESH0146 '81': "
                                + "No service of workload 'api' leads to this pod port. "
                                + "Write one of its pod ports: 8080.");
    }

    @Test
    void says_what_a_builder_was_not_given() {
        // Given
        Platform platform = platform().name(null).network(null).build();
        Tenant tenant = TenantBuilder.builder()
                .name("web")
                .namespaces(List.of(TenantNamespaceBuilder.builder().build()))
                .build();

        // When
        List<String> told = told(platform, MeshBuilder.builder().name("retail").build(), tenant);

        // Then
        assertThat(told)
                .containsExactly(
                        "mesh/retail: MESH0107: The key 'controlPlane' is missing. Give it to the builder.",
                        "mesh/retail: MESH0107: The key 'trustDomain' is missing. Give it to the builder.",
                        "platform/null: MESH0107: The key 'name' is missing. Give it to the builder.",
                        "platform/null: MESH0107: The key 'network' is missing. Give it to the builder.",
                        "tenant/web: MESH0107: The key 'mesh' is missing. Give it to the builder.",
                        "tenant/web/namespaces/0: MESH0107: The key 'name' is missing. Give it to the builder.");
    }

    @Test
    void has_no_invisible_characters_either() {
        Platform platform = platform().build();
        Mesh mesh = mesh().exemptions(
                        List.of(exemption().reason("a\u202eb").owner(" ").build()))
                .build();

        assertThat(told(platform, mesh, tenant("8080")))
                .containsExactly(
                        "mesh/retail/exemptions/0/owner: MESH0125 ' ': The text is empty. "
                                + "Write something, or leave the key out.",
                        "mesh/retail/exemptions/0/reason: MESH0125 'a\\u{202e}b': "
                                + "The text has characters that do not show. Write it with visible characters only.");
    }

    private static List<String> told(Platform platform, Mesh mesh, Tenant tenant) {
        ProblemsException refused = catchThrowableOfType(
                ProblemsException.class, () -> MeshModel.of(List.of(platform), List.of(mesh), List.of(tenant)));
        return refused.problems().sorted().stream().map(Problem::toString).toList();
    }

    private static PlatformBuilder platform() {
        return PlatformBuilder.builder()
                .name("dev")
                .distribution(DistributionBuilder.builder()
                        .type(Distribution.Type.KUBERNETES)
                        .version("1.34")
                        .build())
                .mesh(ServiceMeshBuilder.builder()
                        .type(ServiceMesh.Type.ISTIO)
                        .version("1.30")
                        .build())
                .network(NetworkBuilder.builder()
                        .cni(Network.Cni.CALICO)
                        .podCIDRs(List.of("10.244.0.0/16"))
                        .build())
                .router(RouterBuilder.builder()
                        .namespaceLabels(Map.of("policy-group.network.openshift.io/ingress", ""))
                        .build())
                .addTenants(TenantGrantBuilder.builder()
                        .name("web")
                        .namespaces(List.of("web-*"))
                        .build());
    }

    private static MeshBuilder mesh() {
        return MeshBuilder.builder()
                .name("retail")
                .controlPlane(ControlPlaneBuilder.builder()
                        .name("retail")
                        .namespace("retail-mesh")
                        .owner(ControlPlaneOwnerBuilder.builder().tenant("web").build())
                        .build())
                .trustDomain("retail.example.com")
                .isolation(MeshMeshIsolationBuilder.builder()
                        .boundary(Boundary.TENANT)
                        .build())
                .addExemptions(exemption().build())
                .addGrants(PeerGrantBuilder.builder()
                        .name("vault")
                        .peer(PeerGrantPeerBuilder.builder()
                                .namespace("vault")
                                .podSelector(Map.of("app", "vault"))
                                .build())
                        .ports(List.of(PeerGrant.Port.of(8200)))
                        .direction(PeerGrant.Direction.EGRESS)
                        .to(List.of(
                                PeerGrantTargetBuilder.builder().tenant("web").build()))
                        .build());
    }

    private static ExemptionBuilder exemption() {
        return ExemptionBuilder.builder()
                .rule(Exemption.Setting.MTLS)
                .at(ExemptionPlaceBuilder.builder()
                        .namespace("web-prod")
                        .workload("api")
                        .port(8080)
                        .build())
                .allow("PERMISSIVE")
                .owner("security")
                .reason("a test")
                .expires(LocalDate.of(2027, 3, 31));
    }

    /** A tenant with one workload that excepts one port. */
    private static Tenant tenant(String exceptedPort) {
        return TenantBuilder.builder()
                .name("web")
                .mesh("retail")
                .addNamespaces(TenantNamespaceBuilder.builder()
                        .name("web-prod")
                        .addWorkloads(WorkloadBuilder.builder()
                                .name("api")
                                .selector(Map.of("app", "api"))
                                .serviceAccount("api")
                                .addServices(ServiceBuilder.builder()
                                        .name("api")
                                        .addPorts(ServicePortBuilder.builder()
                                                .name("http")
                                                .port(80)
                                                .targetPort(8080)
                                                .build())
                                        .build())
                                .mtls(WorkloadMtlsBuilder.builder()
                                        .ports(Map.of(Integer.valueOf(exceptedPort), MtlsMode.PERMISSIVE))
                                        .build())
                                .addAllowFrom(AllowFromBuilder.builder()
                                        .workload("api")
                                        .build())
                                .build())
                        .build())
                .build();
    }
}
