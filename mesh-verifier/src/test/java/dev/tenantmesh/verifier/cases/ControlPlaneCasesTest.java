package dev.tenantmesh.verifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.profile.VisibilitySettings;
import dev.tenantmesh.verifier.reach.client.Sending;
import dev.tenantmesh.verifier.select.ExportTo;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each kind of control plane is set to tell proxies. */
class ControlPlaneCasesTest {

    private static final ExportTo PRIVATE = ExportTo.of(List.of("."));

    private static MeshSettings mesh(Cluster cluster) {
        List<MeshSettings> meshes = cluster.verifier().policies().meshes();
        assertThat(meshes).hasSize(1);
        return meshes.get(0);
    }

    @Test
    void an_istio_resource_says_it_in_the_configuration_of_the_mesh() {
        VisibilitySettings settings = mesh(Cluster.empty().with("""
                        apiVersion: sailoperator.io/v1
                        kind: Istio
                        metadata: {name: default}
                        spec:
                          namespace: istio-system
                          values:
                            meshConfig:
                              defaultServiceExportTo: ["."]
                              defaultVirtualServiceExportTo: ["."]
                              defaultDestinationRuleExportTo: ["."]
                              discoverySelectors:
                              - matchExpressions: [{key: mesh, operator: In, values: [one]}]
                              outboundTrafficPolicy: {mode: REGISTRY_ONLY}
                              enableAutoMtls: false
                        """)).visibility();

        assertThat(settings.services()).isEqualTo(PRIVATE);
        assertThat(settings.virtualServices()).isEqualTo(PRIVATE);
        assertThat(settings.destinationRules()).isEqualTo(PRIVATE);
        assertThat(settings.discovery()).hasSize(1);
        assertThat(settings.registryOnly()).isEqualTo(Truth.YES);
        assertThat(settings.autoMtls()).isFalse();
        assertThat(settings.originOf("defaultServiceExportTo")).hasToString("case.yaml:8:7");
    }

    @Test
    void a_revision_is_a_control_plane_unless_it_is_that_of_an_istio_resource() {
        String revision = """
                apiVersion: sailoperator.io/v1
                kind: IstioRevision
                metadata: {name: canary}
                spec: {namespace: istio-system, values: {meshConfig: {enableAutoMtls: false}}}
                """;

        assertThat(mesh(Cluster.empty().with(revision)).revision()).isEqualTo("canary");
        assertThat(mesh(Cluster.empty().with(revision).with(revision.replace("IstioRevision", "Istio")))
                        .name())
                .isEqualTo("canary");
    }

    private static final String MAISTRA = """
            apiVersion: maistra.io/v2
            kind: ServiceMeshControlPlane
            metadata: {name: basic, namespace: istio-system}
            spec:
              security: {dataPlane: {mtls: true}}
              proxy: {networking: {trafficControl: {outbound: {policy: REGISTRY_ONLY}}}}
              techPreview: {meshConfig: {defaultServiceExportTo: ["."]}}
            """;

    @Test
    void a_service_mesh_control_plane_says_it_in_fields_of_its_own_and_passes_the_rest_on() {
        VisibilitySettings settings = mesh(Cluster.empty().with(MAISTRA)).visibility();

        assertThat(settings.registryOnly()).isEqualTo(Truth.YES);
        assertThat(settings.autoMtls()).isTrue();
        assertThat(settings.services()).isEqualTo(PRIVATE);
        assertThat(settings.virtualServices()).isEqualTo(ExportTo.EVERYWHERE);
    }

    private static Cluster members() {
        return Cluster.withoutMesh()
                .where("labels: {app: x}", "labels: {app: x, sidecar.istio.io/inject: \"true\"}")
                .service("blue", "api", "")
                .with(MAISTRA.replace("defaultServiceExportTo: [\".\"]", ""))
                .with("""
                        apiVersion: maistra.io/v1
                        kind: ServiceMeshMemberRoll
                        metadata: {name: default, namespace: istio-system}
                        spec: {members: [red, blue]}
                        """);
    }

    private static List<Sending.Kind> sends(Cluster cluster) {
        MeshVerifier verifier = cluster.verifier();
        Pod client = verifier.world().podsOf("red/client").get(0);
        Pod server = verifier.world().podsOf("blue/api").get(0);
        return verifier
                .clientSide()
                .sends(client, verifier.world().services().get("blue").get(0), 80, server)
                .stream()
                .map(Sending::kind)
                .toList();
    }

    @Test
    void its_operator_makes_a_destination_rule_by_which_all_services_get_mutual_tls() {
        assertThat(sends(members())).containsExactly(Sending.Kind.ISTIO_MTLS);
        assertThat(sends(members().where("mtls: true", "mtls: false"))).containsExactly(Sending.Kind.PLAINTEXT);
        assertThat(sends(members().where("meshConfig: {}", "meshConfig: {defaultDestinationRuleExportTo: [\".\"]}")))
                .containsExactly(Sending.Kind.PLAINTEXT);
    }

    @Test
    void it_looks_at_members_only() {
        assertThat(sends(members().where("members: [red, blue]", "members: [red]")))
                .containsExactly(Sending.Kind.BLACKHOLED);
    }
}
