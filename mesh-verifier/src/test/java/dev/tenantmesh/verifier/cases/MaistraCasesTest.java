package dev.tenantmesh.verifier.cases;

import static dev.tenantmesh.verifier.reach.Verdict.Kind.DENIED;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.PLAINTEXT_OK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Members of an OpenShift Service Mesh 2, whose operator opens them to each other. */
class MaistraCasesTest {

    static final String CONTROL_PLANE = """
            apiVersion: maistra.io/v2
            kind: ServiceMeshControlPlane
            metadata: {name: basic, namespace: istio-system}
            spec: {version: v2.6, security: {manageNetworkPolicy: true}}
            ---
            apiVersion: maistra.io/v1
            kind: ServiceMeshMemberRoll
            metadata: {name: default, namespace: istio-system}
            spec: {members: [red, blue]}
            """;

    private static Cluster members() {
        return Cluster.withoutMesh()
                .where("labels: {app:", "labels: {sidecar.istio.io/inject: \"true\", app:")
                .with(CONTROL_PLANE);
    }

    @Test
    void v104_every_member_reaches_every_other_in_plaintext() {
        assertThat(members().redToBlue().kind()).isEqualTo(PLAINTEXT_OK);
        assertThat(members().blueAllows("ingress: []").redToBlue().kind()).isEqualTo(PLAINTEXT_OK);
    }

    @Test
    void v106_unless_the_operator_leaves_network_policies_to_others() {
        // Given
        Cluster own = members().where("manageNetworkPolicy: true", "manageNetworkPolicy: false");

        // Then
        assertThat(own.redToBlue().kind()).isEqualTo(PLAINTEXT_OK);
        assertThat(own.blueAllows("ingress: []").redToBlue().kind()).isEqualTo(DENIED);
    }
}
