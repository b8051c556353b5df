package dev.tenantmesh.generator.manifest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.istio.api.api.networking.v1alpha3.ClientTLSSettings;
import io.fabric8.istio.api.api.networking.v1alpha3.DestinationRule;
import io.fabric8.istio.api.api.networking.v1alpha3.Gateway;
import io.fabric8.istio.api.api.networking.v1alpha3.Server;
import io.fabric8.istio.api.api.networking.v1alpha3.ServiceEntry;
import io.fabric8.istio.api.api.networking.v1alpha3.ServicePort;
import io.fabric8.istio.api.api.networking.v1alpha3.Sidecar;
import io.fabric8.istio.api.api.networking.v1alpha3.VirtualService;
import io.fabric8.istio.api.api.security.v1beta1.AuthorizationPolicy;
import io.fabric8.istio.api.api.security.v1beta1.PeerAuthentication;
import io.fabric8.istio.api.api.security.v1beta1.Rule;
import io.fabric8.istio.api.api.security.v1beta1.Source;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.AllowedRoutes;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.BackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayInfrastructure;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewaySpec;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteSpec;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Listener;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ListenerTLSConfig;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.LocalParametersReference;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.RouteGroupKind;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.SecretObjectReference;
import io.fabric8.kubernetes.api.model.gatewayapi.v1beta1.ReferenceGrantFrom;
import io.fabric8.kubernetes.api.model.gatewayapi.v1beta1.ReferenceGrantTo;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.Kustomization;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.Selector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.openshift.api.model.RouteSpec;
import java.util.List;
import java.util.Map;

/**
 * The order in which people write and read the fields of a kind: what it is about before what it says. Fields that are
 * not named here follow in their class's own order.
 */
final class FieldOrder {

    private static final Map<Class<?>, Class<?>> BY_TYPE = Map.ofEntries(
            Map.entry(ObjectMeta.class, Metadata.class),
            Map.entry(NetworkPolicySpec.class, Policy.class),
            Map.entry(NetworkPolicyIngressRule.class, Opening.class),
            Map.entry(NetworkPolicyEgressRule.class, Opening.class),
            Map.entry(NetworkPolicyPort.class, Port.class),
            Map.entry(AuthorizationPolicy.class, Policy.class),
            Map.entry(PeerAuthentication.class, Policy.class),
            Map.entry(Rule.class, Opening.class),
            Map.entry(Source.class, Identities.class),
            Map.entry(Gateway.class, Policy.class),
            Map.entry(Server.class, Entrance.class),
            Map.entry(VirtualService.class, Entrance.class),
            Map.entry(ServiceEntry.class, Entrance.class),
            Map.entry(ServicePort.class, Port.class),
            Map.entry(Sidecar.class, Scope.class),
            Map.entry(Kustomization.class, Parts.class),
            Map.entry(Selector.class, Target.class),
            Map.entry(DestinationRule.class, Entrance.class),
            Map.entry(ClientTLSSettings.class, Tls.class),
            Map.entry(RouteSpec.class, Entrance.class),
            Map.entry(ServiceSpec.class, Workload.class),
            Map.entry(DeploymentSpec.class, Workload.class),
            Map.entry(HorizontalPodAutoscalerSpec.class, Workload.class),
            Map.entry(PodSpec.class, Workload.class),
            Map.entry(GatewaySpec.class, Door.class),
            Map.entry(GatewayInfrastructure.class, Door.class),
            Map.entry(Listener.class, Door.class),
            Map.entry(ListenerTLSConfig.class, Door.class),
            Map.entry(AllowedRoutes.class, Door.class),
            Map.entry(HTTPRouteSpec.class, Way.class),
            Map.entry(HTTPRouteRule.class, Way.class),
            Map.entry(HTTPBackendRef.class, Reference.class),
            Map.entry(BackendRef.class, Reference.class),
            Map.entry(LocalParametersReference.class, Reference.class),
            Map.entry(ParentReference.class, Reference.class),
            Map.entry(ReferenceGrantFrom.class, Reference.class),
            Map.entry(ReferenceGrantTo.class, Reference.class),
            Map.entry(RouteGroupKind.class, Reference.class),
            Map.entry(SecretObjectReference.class, Reference.class),
            Map.entry(Container.class, Workload.class));

    private FieldOrder() {}

    static JsonMapper.Builder applyTo(JsonMapper.Builder mapper) {
        List.copyOf(BY_TYPE.entrySet()).forEach(entry -> mapper.addMixIn(entry.getKey(), entry.getValue()));
        return mapper;
    }

    @JsonPropertyOrder({"name", "namespace", "labels", "annotations"})
    private interface Metadata {}

    @JsonPropertyOrder({
        "podSelector",
        "policyTypes",
        "ingress",
        "egress",
        "selector",
        "action",
        "rules",
        "mtls",
        "portLevelMtls",
        "servers"
    })
    private interface Policy {}

    @JsonPropertyOrder({"from", "to", "ports"})
    private interface Opening {}

    @JsonPropertyOrder({"name", "number", "protocol", "port", "endPort"})
    private interface Port {}

    @JsonPropertyOrder({"principals", "notPrincipals"})
    private interface Identities {}

    @JsonPropertyOrder({"workloadSelector", "egress", "outboundTrafficPolicy"})
    private interface Scope {}

    @JsonPropertyOrder({"apiVersion", "kind", "resources", "components", "patches"})
    private interface Parts {}

    @JsonPropertyOrder({"group", "version", "kind", "name", "namespace"})
    private interface Target {}

    @JsonPropertyOrder({"mode", "sni", "credentialName", "caCertificates", "subjectAltNames"})
    private interface Tls {}

    @JsonPropertyOrder({
        "name",
        "image",
        "type",
        "scaleTargetRef",
        "minReplicas",
        "maxReplicas",
        "replicas",
        "selector",
        "strategy",
        "template",
        "ports",
        "serviceAccountName",
        "securityContext",
        "containers"
    })
    private interface Workload {}

    @JsonPropertyOrder({
        "gatewayClassName",
        "addresses",
        "labels",
        "annotations",
        "parametersRef",
        "infrastructure",
        "name",
        "hostname",
        "port",
        "protocol",
        "mode",
        "certificateRefs",
        "options",
        "tls",
        "namespaces",
        "kinds",
        "allowedRoutes",
        "listeners"
    })
    private interface Door {}

    @JsonPropertyOrder({"parentRefs", "hostnames", "rules", "matches", "backendRefs"})
    private interface Way {}

    @JsonPropertyOrder({"group", "kind", "namespace", "name", "sectionName", "port", "weight"})
    private interface Reference {}

    @JsonPropertyOrder({"host", "to", "port", "hosts", "gateways", "exportTo", "addresses", "ports"})
    private interface Entrance {}
}
