package dev.tenantmesh.generator;

import dev.tenantmesh.generator.platform.PlatformProfile;
import dev.tenantmesh.generator.platform.PlatformProfile.Attachment;
import dev.tenantmesh.generator.platform.PlatformProfile.Membership;
import dev.tenantmesh.generator.platform.PlatformProfile.Trait;
import dev.tenantmesh.generator.render.Renderer;
import dev.tenantmesh.generator.render.apps.DeploymentRenderer;
import dev.tenantmesh.generator.render.autoscaling.HorizontalPodAutoscalerRenderer;
import dev.tenantmesh.generator.render.core.NamespaceRenderer;
import dev.tenantmesh.generator.render.core.ServiceAccountRenderer;
import dev.tenantmesh.generator.render.core.ServiceRenderer;
import dev.tenantmesh.generator.render.helm.CniValuesRenderer;
import dev.tenantmesh.generator.render.helm.IstiodValuesRenderer;
import dev.tenantmesh.generator.render.istio.AuthorizationPolicyRenderer;
import dev.tenantmesh.generator.render.istio.DestinationRuleRenderer;
import dev.tenantmesh.generator.render.istio.EgressGatewayRenderer;
import dev.tenantmesh.generator.render.istio.EgressRouteRenderer;
import dev.tenantmesh.generator.render.istio.GatewayRenderer;
import dev.tenantmesh.generator.render.istio.IstioApi;
import dev.tenantmesh.generator.render.istio.PeerAuthenticationRenderer;
import dev.tenantmesh.generator.render.istio.ServiceEntryRenderer;
import dev.tenantmesh.generator.render.istio.SidecarRenderer;
import dev.tenantmesh.generator.render.istio.VirtualServiceRenderer;
import dev.tenantmesh.generator.render.kustomize.ComponentRenderer;
import dev.tenantmesh.generator.render.maistra.MeshOwnerRoleRenderer;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlaneRenderer;
import dev.tenantmesh.generator.render.maistra.ServiceMeshMemberRenderer;
import dev.tenantmesh.generator.render.maistra.ServiceMeshMemberRollRenderer;
import dev.tenantmesh.generator.render.multus.NetworkAttachmentDefinitionRenderer;
import dev.tenantmesh.generator.render.networking.NetworkPolicyRenderer;
import dev.tenantmesh.generator.render.policy.PodDisruptionBudgetRenderer;
import dev.tenantmesh.generator.render.raw.RawManifestRenderer;
import dev.tenantmesh.generator.render.rbac.RoleBindingRenderer;
import dev.tenantmesh.generator.render.rbac.SecretsRoleRenderer;
import dev.tenantmesh.generator.render.route.RouteRenderer;
import dev.tenantmesh.generator.render.sail.IstioCniRenderer;
import dev.tenantmesh.generator.render.sail.IstioRenderer;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.ServiceMesh;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The visible list of supported platforms: what each can do, and what prints its kinds. */
public final class Platforms {

    private static final String MULTUS_REASON = " calls its CNI plugin through a NetworkAttachmentDefinition in the"
            + " pod's own namespace; a pod whose annotation names a missing one does not start";

    private static final SupportedPlatform OPENSHIFT_SERVICE_MESH_2_6 = new SupportedPlatform(
            new PlatformProfile(
                    ServiceMesh.Type.OPENSHIFT_SERVICE_MESH,
                    "2.6",
                    "OpenShift Service Mesh 2.6",
                    Set.of(Distribution.Type.OPENSHIFT),
                    "OpenShift Service Mesh 2.6 is reported to have reached its end of life on 2026-06-30.",
                    Membership.MEMBER_ROLL,
                    Set.of(Trait.OPERATOR_MAKES_MESH_MTLS, Trait.DELEGATES_CONTROL_PLANES, Trait.OPTIONAL_MUTUAL),
                    Optional.of(new Attachment("v2-6-istio-cni", true, "OpenShift Service Mesh 2.6" + MULTUS_REASON))),
            renderers(
                    IstioApi.V1BETA1,
                    new MeshOwnerRoleRenderer(),
                    new NetworkAttachmentDefinitionRenderer(),
                    new RouteRenderer(),
                    new ServiceMeshControlPlaneRenderer("v2.6"),
                    new ServiceMeshMemberRenderer(),
                    new ServiceMeshMemberRollRenderer()));

    private static final SupportedPlatform OPENSHIFT_SERVICE_MESH_3_4 = new SupportedPlatform(
            new PlatformProfile(
                    ServiceMesh.Type.OPENSHIFT_SERVICE_MESH,
                    "3.4",
                    "OpenShift Service Mesh 3.4",
                    Set.of(Distribution.Type.OPENSHIFT),
                    null,
                    Membership.LABELS,
                    Set.of(Trait.OPTIONAL_MUTUAL),
                    Optional.empty()),
            renderers(
                    IstioApi.V1,
                    new IstioCniRenderer("v1.30-latest"),
                    new IstioRenderer("v1.30-latest"),
                    new RouteRenderer()));

    private static final SupportedPlatform ISTIO_1_30 = new SupportedPlatform(
            new PlatformProfile(
                    ServiceMesh.Type.ISTIO,
                    "1.30",
                    "Istio 1.30",
                    Set.of(Distribution.Type.KUBERNETES),
                    null,
                    Membership.LABELS,
                    Set.of(Trait.OPTIONAL_MUTUAL),
                    Optional.empty()),
            renderers(
                    IstioApi.V1,
                    new IstiodValuesRenderer("1.30.3", Map.of("pilot", Map.of("cni", Map.of("enabled", true))))));

    private static final SupportedPlatform ISTIO_1_18 = new SupportedPlatform(
            new PlatformProfile(
                    ServiceMesh.Type.ISTIO,
                    "1.18",
                    "Istio 1.18 on OpenShift",
                    Set.of(Distribution.Type.OPENSHIFT),
                    "Istio 1.18 is past its end of life.",
                    Membership.LABELS,
                    Set.of(),
                    Optional.of(new Attachment("istio-cni", false, "Istio before 1.19" + MULTUS_REASON))),
            renderers(
                    IstioApi.V1BETA1,
                    new CniValuesRenderer(
                            "1.18.7",
                            Map.of(
                                    "cni",
                                    Map.of(
                                            "cniBinDir", "/var/lib/cni/bin",
                                            "cniConfDir", "/etc/cni/multus/net.d",
                                            "cniConfFileName", "istio-cni.conf",
                                            "chained", false,
                                            "privileged", true))),
                    new IstiodValuesRenderer("1.18.7", Map.of("istio_cni", Map.of("enabled", true, "chained", false))),
                    new NetworkAttachmentDefinitionRenderer(),
                    new RouteRenderer()));

    /** Every supported platform. */
    public static final List<SupportedPlatform> ALL =
            List.of(ISTIO_1_18, ISTIO_1_30, OPENSHIFT_SERVICE_MESH_2_6, OPENSHIFT_SERVICE_MESH_3_4);

    private Platforms() {}

    private static List<Renderer> renderers(IstioApi api, Renderer... own) {
        return Stream.concat(
                        Stream.of(
                                new AuthorizationPolicyRenderer(api),
                                new ComponentRenderer(),
                                new DeploymentRenderer(),
                                new DestinationRuleRenderer(api),
                                new EgressGatewayRenderer(api),
                                new EgressRouteRenderer(api),
                                new GatewayRenderer(api),
                                new HorizontalPodAutoscalerRenderer(),
                                new NamespaceRenderer(),
                                new NetworkPolicyRenderer(),
                                new PeerAuthenticationRenderer(api),
                                new PodDisruptionBudgetRenderer(),
                                new RawManifestRenderer(),
                                new RoleBindingRenderer(),
                                new SecretsRoleRenderer(),
                                new ServiceAccountRenderer(),
                                new ServiceEntryRenderer(api),
                                new SidecarRenderer(api),
                                new ServiceRenderer(),
                                new VirtualServiceRenderer(api)),
                        Stream.of(own))
                .toList();
    }
}
