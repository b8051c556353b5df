package dev.tenantmesh.crds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.crds.schema.Refusal;
import org.junit.jupiter.api.Test;

/** The fields of control planes and memberships that the generator is to write exist under these names. */
class ControlPlanesTest {

    private static final String CONTROL_PLANE = """
            apiVersion: maistra.io/v2
            kind: ServiceMeshControlPlane
            metadata: {name: tenant-a, namespace: mesh-a}
            spec:
              version: v2.6
              mode: MultiTenant
              security:
                manageNetworkPolicy: false
                trust: {domain: tenant-a.example}
                dataPlane: {mtls: true, automtls: true}
                controlPlane: {mtls: true, tls: {minProtocolVersion: TLSv1_2}}
              proxy: {networking: {trafficControl: {outbound: {policy: REGISTRY_ONLY}}}}
              gateways: {enabled: false, openshiftRoute: {enabled: false}}
              tracing: {type: None}
              addons: {prometheus: {enabled: false}, kiali: {enabled: false}, grafana: {enabled: false}}
              meshConfig: {discoverySelectors: [{matchLabels: {tenant: a}}]}
              runtime: {components: {pilot: {container: {env: {PILOT_SCOPE_GATEWAY_TO_NAMESPACE: "true"}}}}}
            """;
    private static final String ISTIO = """
            apiVersion: sailoperator.io/v1
            kind: Istio
            metadata: {name: tenant-a}
            spec:
              version: v1.30-latest
              namespace: mesh-a
              updateStrategy: {type: InPlace}
              values:
                global: {istioNamespace: mesh-a, meshID: tenant-a, network: tenant-a}
                pilot: {cni: {enabled: true}, env: {PILOT_SCOPE_GATEWAY_TO_NAMESPACE: "true"}}
                sidecarInjectorWebhook: {enableNamespacesByDefault: false}
                meshConfig:
                  trustDomain: tenant-a.example
                  rootNamespace: mesh-a
                  discoverySelectors: [{matchLabels: {tenant: a}}]
                  outboundTrafficPolicy: {mode: REGISTRY_ONLY}
                  defaultVirtualServiceExportTo: ["."]
                  defaultDestinationRuleExportTo: ["."]
                  defaultServiceExportTo: ["."]
            """;

    @Test
    void control_plane_of_ossm2() {
        assertOssm2(CONTROL_PLANE);
        assertOssm2(
                CONTROL_PLANE.replace("automtls", "autoMtls"),
                "/spec/security/dataPlane/autoMtls: There is no such field in ");
        assertOssm2(
                CONTROL_PLANE.replace("grafana:", "jaeger:"),
                "/spec/addons/jaeger/enabled: There is no such field in ");
        assertOssm2(
                CONTROL_PLANE.replace("\"true\"", "true"),
                "/spec/runtime/components/pilot/container/env/PILOT_SCOPE_GATEWAY_TO_NAMESPACE:"
                        + " It is not of its type: boolean found, [string] expected.");
    }

    @Test
    void membership_of_ossm2() {
        String roll = "{apiVersion: maistra.io/v1, kind: ServiceMeshMemberRoll,"
                + " metadata: {name: default, namespace: mesh-a}, spec: {members: [a, b]}}";
        String member = "{apiVersion: maistra.io/v1, kind: ServiceMeshMember,"
                + " metadata: {name: default, namespace: a},"
                + " spec: {controlPlaneRef: {name: tenant-a, namespace: mesh-a}}}";

        assertOssm2(roll);
        assertOssm2(
                roll.replace("b]", "7]"), "/spec/members/1: It is not of its type: integer found, [string] expected.");
        assertOssm2(
                roll.replace("maistra.io/v1", "maistra.io/v2"),
                "/apiVersion: This version of ServiceMeshMemberRoll is not served.");
        assertOssm2(member);
        assertOssm2(
                member.replace(", namespace: mesh-a}}", "}}"),
                "/spec/controlPlaneRef: The field 'namespace' is missing.");
    }

    @Test
    void control_plane_of_ossm3() {
        assertOssm3(ISTIO);
        assertOssm3(
                ISTIO.replace("istioNamespace: mesh-a", "istioNamespace: mesh-b"),
                "/spec: spec.values.global.istioNamespace must match spec.namespace");
        assertOssm3(ISTIO.replace("meshID", "meshId"), "/spec/values/global/meshId: There is no such field in ");
    }

    @Test
    void node_agent_of_ossm3() {
        String cni = "{apiVersion: sailoperator.io/v1, kind: IstioCNI, metadata: {name: default},"
                + " spec: {version: v1.30-latest, namespace: istio-cni}}";

        assertOssm3(cni);
        assertOssm3(cni.replace("name: default", "name: other"), "/: metadata.name must be 'default'");
    }

    @Test
    void network_attachment() {
        String attachment = "{apiVersion: k8s.cni.cncf.io/v1, kind: NetworkAttachmentDefinition,"
                + " metadata: {name: istio-cni, namespace: a}}";

        assertOssm3(attachment);
        assertOssm2(attachment.replace("a}}", "a}, spec: {config: '{}'}}"));
        assertOssm2(attachment.replace("a}}", "a}, spec: {conf: '{}'}}"), "/spec/conf: There is no such field in ");
    }

    private static void assertOssm2(String manifest, String... messages) {
        assertThat(Sample.server("maistra-2", "istio-1.20", "multus").check(Sample.yaml(manifest)))
                .extracting(Refusal::toString)
                .allSatisfy(text -> assertThat(text).startsWith(messages.length == 0 ? "nothing" : messages[0]))
                .hasSize(messages.length);
    }

    private static void assertOssm3(String manifest, String... messages) {
        assertThat(Sample.server("sail-3", "istio-1.30", "multus").check(Sample.yaml(manifest)))
                .extracting(Refusal::toString)
                .allSatisfy(text -> assertThat(text).startsWith(messages.length == 0 ? "nothing" : messages[0]))
                .hasSize(messages.length);
    }
}
