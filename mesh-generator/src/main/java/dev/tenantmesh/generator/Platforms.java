package dev.tenantmesh.generator;

import dev.tenantmesh.generator.platform.PlatformProfile;
import dev.tenantmesh.generator.platform.PlatformProfile.Attachment;
import dev.tenantmesh.generator.platform.PlatformProfile.Membership;
import dev.tenantmesh.generator.platform.Trait;
import dev.tenantmesh.generator.render.Renderer;
import dev.tenantmesh.generator.render.admission.ValidatingAdmissionPolicyBindingRenderer;
import dev.tenantmesh.generator.render.admission.ValidatingAdmissionPolicyRenderer;
import dev.tenantmesh.generator.render.apps.DeploymentRenderer;
import dev.tenantmesh.generator.render.autoscaling.HorizontalPodAutoscalerRenderer;
import dev.tenantmesh.generator.render.core.LimitRangeRenderer;
import dev.tenantmesh.generator.render.core.NamespaceRenderer;
import dev.tenantmesh.generator.render.core.ResourceQuotaRenderer;
import dev.tenantmesh.generator.render.core.ServiceAccountRenderer;
import dev.tenantmesh.generator.render.core.ServiceRenderer;
import dev.tenantmesh.generator.render.gatewayapi.ApiGatewayRenderer;
import dev.tenantmesh.generator.render.gatewayapi.HttpRouteRenderer;
import dev.tenantmesh.generator.render.gatewayapi.InfrastructureRenderer;
import dev.tenantmesh.generator.render.gatewayapi.ReferenceGrantRenderer;
import dev.tenantmesh.generator.render.gatewayapi.TlsRouteRenderer;
import dev.tenantmesh.generator.render.gatewayapi.WaypointRenderer;
import dev.tenantmesh.generator.render.helm.CniValuesRenderer;
import dev.tenantmesh.generator.render.helm.IstiodValuesRenderer;
import dev.tenantmesh.generator.render.helm.ZtunnelValuesRenderer;
import dev.tenantmesh.generator.render.istio.AuthorizationPolicyRenderer;
import dev.tenantmesh.generator.render.istio.ControlPlaneGatewayRenderer;
import dev.tenantmesh.generator.render.istio.DestinationRuleRenderer;
import dev.tenantmesh.generator.render.istio.EastWestGatewayRenderer;
import dev.tenantmesh.generator.render.istio.EgressGatewayRenderer;
import dev.tenantmesh.generator.render.istio.EgressRouteRenderer;
import dev.tenantmesh.generator.render.istio.GatewayRenderer;
import dev.tenantmesh.generator.render.istio.IstioApi;
import dev.tenantmesh.generator.render.istio.PeerAuthenticationRenderer;
import dev.tenantmesh.generator.render.istio.ServiceEntryRenderer;
import dev.tenantmesh.generator.render.istio.SidecarRenderer;
import dev.tenantmesh.generator.render.istio.VirtualServiceRenderer;
import dev.tenantmesh.generator.render.kustomize.ComponentRenderer;
import dev.tenantmesh.generator.render.maistra.DelegatedRoleRenderer;
import dev.tenantmesh.generator.render.maistra.ServiceMeshControlPlaneRenderer;
import dev.tenantmesh.generator.render.maistra.ServiceMeshMemberRenderer;
import dev.tenantmesh.generator.render.maistra.ServiceMeshMemberRollRenderer;
import dev.tenantmesh.generator.render.multus.NetworkAttachmentDefinitionRenderer;
import dev.tenantmesh.generator.render.networking.NetworkPolicyRenderer;
import dev.tenantmesh.generator.render.networkpolicyapi.AdminNetworkPolicyRenderer;
import dev.tenantmesh.generator.render.networkpolicyapi.ClusterNetworkPolicyRenderer;
import dev.tenantmesh.generator.render.policy.PodDisruptionBudgetRenderer;
import dev.tenantmesh.generator.render.raw.RawManifestRenderer;
import dev.tenantmesh.generator.render.rbac.DeveloperRoleRenderer;
import dev.tenantmesh.generator.render.rbac.RoleBindingRenderer;
import dev.tenantmesh.generator.render.rbac.SecretsRoleRenderer;
import dev.tenantmesh.generator.render.route.RouteRenderer;
import dev.tenantmesh.generator.render.sail.IstioCniRenderer;
import dev.tenantmesh.generator.render.sail.IstioRenderer;
import dev.tenantmesh.generator.render.sail.ZtunnelRenderer;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.ServiceMesh;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The visible list of supported platforms: what each can do, and what prints its kinds. */
public final class Platforms {

    private static final String MULTUS_REASON = " calls its CNI plugin through a NetworkAttachmentDefinition in the"
            + " pod's own namespace; a pod whose annotation names a missing one does not start";

    /** From here on the chart of the CNI plugin makes one NetworkAttachmentDefinition for all namespaces. */
    private static final int ONE_ATTACHMENT_FOR_ALL = 19;

    /** Every supported platform. */
    public static final List<SupportedPlatform> ALL = Stream.of(
                    Releases.ISTIO.stream().map(Platforms::istioOnOpenShift),
                    Releases.ISTIO.stream()
                            .filter(release -> release.istio() >= Releases.FIRST_ON_KUBERNETES)
                            .map(Platforms::istioOnKubernetes),
                    Releases.SERVICE_MESH_2.stream().map(Platforms::serviceMesh2),
                    Releases.SERVICE_MESH_3.stream().map(Platforms::serviceMesh3))
            .flatMap(line -> line)
            .toList();

    private Platforms() {}

    private static SupportedPlatform istioOnKubernetes(Release release) {
        return new SupportedPlatform(
                new PlatformProfile(
                        ServiceMesh.Type.ISTIO,
                        release.version(),
                        "Istio " + release.version(),
                        release.istio(),
                        Distribution.Type.KUBERNETES,
                        null,
                        release.endOfLife(),
                        Membership.LABELS,
                        Trait.of(release.istio(), onKubernetes(release)),
                        Optional.empty()),
                renderers(
                        release,
                        CniValuesRenderer.forAmbient(release.name()),
                        new ClusterNetworkPolicyRenderer(),
                        new IstiodValuesRenderer(release.name(), IstioCharts.istiodOnKubernetes(release)),
                        new WaypointRenderer(),
                        new ZtunnelValuesRenderer(release.name())));
    }

    private static Set<Trait> onKubernetes(Release release) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(release.traits());
        if (release.istio() >= Releases.FIRST_AMBIENT) {
            traits.add(Trait.AMBIENT);
        }
        return traits;
    }

    private static SupportedPlatform istioOnOpenShift(Release release) {
        boolean attached = release.istio() < ONE_ATTACHMENT_FOR_ALL;
        return new SupportedPlatform(
                new PlatformProfile(
                        ServiceMesh.Type.ISTIO,
                        release.version(),
                        "Istio " + release.version() + " on OpenShift",
                        release.istio(),
                        Distribution.Type.OPENSHIFT,
                        null,
                        release.endOfLife(),
                        Membership.LABELS,
                        Trait.of(release.istio(), release.traits()),
                        attached
                                ? Optional.of(new Attachment("istio-cni", false, "Istio before 1.19" + MULTUS_REASON))
                                : Optional.empty()),
                renderers(
                        release,
                        Stream.concat(
                                        Stream.of(
                                                new CniValuesRenderer(
                                                        release.name(), IstioCharts.cniOnOpenShift(release)),
                                                new IstiodValuesRenderer(
                                                        release.name(), IstioCharts.istiodOnOpenShift(release)),
                                                new RouteRenderer()),
                                        attached
                                                ? Stream.of(new NetworkAttachmentDefinitionRenderer())
                                                : Stream.<Renderer>empty())
                                .toArray(Renderer[]::new)));
    }

    private static SupportedPlatform serviceMesh2(Release release) {
        String product = "OpenShift Service Mesh " + release.version();
        Set<Trait> traits = EnumSet.of(Trait.OPERATOR_MAKES_MESH_MTLS, Trait.DELEGATES_CONTROL_PLANES);
        traits.addAll(release.traits());
        return new SupportedPlatform(
                new PlatformProfile(
                        ServiceMesh.Type.OPENSHIFT_SERVICE_MESH,
                        release.version(),
                        product,
                        release.istio(),
                        Distribution.Type.OPENSHIFT,
                        release.distribution(),
                        release.endOfLife(),
                        Membership.MEMBER_ROLL,
                        Trait.of(release.istio(), traits),
                        Optional.of(new Attachment(
                                release.name().replace('.', '-') + "-istio-cni", true, product + MULTUS_REASON))),
                renderers(
                        release,
                        new DelegatedRoleRenderer(),
                        new NetworkAttachmentDefinitionRenderer(),
                        new RouteRenderer(),
                        new ServiceMeshControlPlaneRenderer(release.name()),
                        new ServiceMeshMemberRenderer(),
                        new ServiceMeshMemberRollRenderer()));
    }

    private static SupportedPlatform serviceMesh3(Release release) {
        return new SupportedPlatform(
                new PlatformProfile(
                        ServiceMesh.Type.OPENSHIFT_SERVICE_MESH,
                        release.version(),
                        "OpenShift Service Mesh " + release.version(),
                        release.istio(),
                        Distribution.Type.OPENSHIFT,
                        release.distribution(),
                        release.endOfLife(),
                        Membership.LABELS,
                        Trait.of(release.istio(), release.traits()),
                        Optional.empty()),
                renderers(
                        release,
                        new IstioCniRenderer(release.name()),
                        new IstioRenderer(release.name(), release.has(Trait.PROXY_SECCOMP)),
                        new RouteRenderer(),
                        new WaypointRenderer(),
                        new ZtunnelRenderer(release.name())));
    }

    private static List<Renderer> renderers(Release release, Renderer... own) {
        IstioApi api = release.has(Trait.ISTIO_V1) ? IstioApi.V1 : IstioApi.V1BETA1;
        return Stream.of(
                        Stream.of(
                                new AdminNetworkPolicyRenderer(),
                                new AuthorizationPolicyRenderer(api),
                                new ComponentRenderer(),
                                new DeploymentRenderer(),
                                new DestinationRuleRenderer(api),
                                new DeveloperRoleRenderer(),
                                new EgressGatewayRenderer(api),
                                new EgressRouteRenderer(api),
                                new GatewayRenderer(api),
                                new HorizontalPodAutoscalerRenderer(),
                                new LimitRangeRenderer(),
                                new NamespaceRenderer(),
                                new NetworkPolicyRenderer(),
                                new PeerAuthenticationRenderer(api),
                                new PodDisruptionBudgetRenderer(),
                                new RawManifestRenderer(),
                                new ResourceQuotaRenderer(),
                                new RoleBindingRenderer(),
                                new SecretsRoleRenderer(),
                                new ServiceAccountRenderer(),
                                new ServiceEntryRenderer(api),
                                new SidecarRenderer(api),
                                new ServiceRenderer(),
                                new ValidatingAdmissionPolicyBindingRenderer(),
                                new ValidatingAdmissionPolicyRenderer(),
                                new VirtualServiceRenderer(api)),
                        forClusters(release, api),
                        forGatewayApi(release),
                        Stream.of(own))
                .flatMap(renderers -> renderers)
                .toList();
    }

    private static Stream<Renderer> forGatewayApi(Release release) {
        return Trait.of(release.istio(), release.traits()).contains(Trait.GATEWAY_API)
                ? Stream.of(
                        new ApiGatewayRenderer(),
                        new HttpRouteRenderer(),
                        new InfrastructureRenderer(),
                        new ReferenceGrantRenderer(),
                        new TlsRouteRenderer())
                : Stream.empty();
    }

    private static Stream<Renderer> forClusters(Release release, IstioApi api) {
        return Trait.of(release.istio(), release.traits()).contains(Trait.SPANS_CLUSTERS)
                ? Stream.of(new ControlPlaneGatewayRenderer(api), new EastWestGatewayRenderer(api))
                : Stream.empty();
    }
}
