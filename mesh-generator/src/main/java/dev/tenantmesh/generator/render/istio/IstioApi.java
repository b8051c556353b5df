package dev.tenantmesh.generator.render.istio;

import io.fabric8.istio.api.api.networking.v1alpha3.DestinationRule;
import io.fabric8.istio.api.api.networking.v1alpha3.Gateway;
import io.fabric8.istio.api.api.networking.v1alpha3.ServiceEntry;
import io.fabric8.istio.api.api.networking.v1alpha3.Sidecar;
import io.fabric8.istio.api.api.networking.v1alpha3.VirtualService;
import io.fabric8.istio.api.api.security.v1beta1.AuthorizationPolicy;
import io.fabric8.istio.api.api.security.v1beta1.PeerAuthentication;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.function.BiFunction;

/**
 * The version of Istio's APIs that a platform serves: v1 from Istio 1.22 on, v1beta1 before. The specs are the same.
 *
 * @see <a href="https://istio.io/latest/blog/2024/v1-apis/">Introducing the Istio v1 APIs</a>
 */
public record IstioApi(
        BiFunction<ObjectMeta, PeerAuthentication, HasMetadata> peerAuthentication,
        BiFunction<ObjectMeta, AuthorizationPolicy, HasMetadata> authorizationPolicy,
        BiFunction<ObjectMeta, Gateway, HasMetadata> gateway,
        BiFunction<ObjectMeta, VirtualService, HasMetadata> virtualService,
        BiFunction<ObjectMeta, ServiceEntry, HasMetadata> serviceEntry,
        BiFunction<ObjectMeta, Sidecar, HasMetadata> sidecar,
        BiFunction<ObjectMeta, DestinationRule, HasMetadata> destinationRule) {

    /** Served by Istio 1.22 and later. */
    public static final IstioApi V1 = new IstioApi(
            (metadata, spec) -> new io.fabric8.istio.api.security.v1.PeerAuthenticationBuilder()
                    .withMetadata(metadata)
                    .withSpec(spec)
                    .build(),
            (metadata, spec) -> new io.fabric8.istio.api.security.v1.AuthorizationPolicyBuilder()
                    .withMetadata(metadata)
                    .withSpec(spec)
                    .build(),
            (metadata, spec) -> new io.fabric8.istio.api.networking.v1.GatewayBuilder()
                    .withMetadata(metadata)
                    .withSpec(spec)
                    .build(),
            (metadata, spec) -> new io.fabric8.istio.api.networking.v1.VirtualServiceBuilder()
                    .withMetadata(metadata)
                    .withSpec(spec)
                    .build(),
            (metadata, spec) -> new io.fabric8.istio.api.networking.v1.ServiceEntryBuilder()
                    .withMetadata(metadata)
                    .withSpec(spec)
                    .build(),
            (metadata, spec) -> new io.fabric8.istio.api.networking.v1.SidecarBuilder()
                    .withMetadata(metadata)
                    .withSpec(spec)
                    .build(),
            (metadata, spec) -> new io.fabric8.istio.api.networking.v1.DestinationRuleBuilder()
                    .withMetadata(metadata)
                    .withSpec(spec)
                    .build());

    /** Served by every supported version; the only one for PeerAuthentication before Istio 1.22. */
    public static final IstioApi V1BETA1 = new IstioApi(
            (metadata, spec) -> new io.fabric8.istio.api.security.v1beta1.PeerAuthenticationBuilder()
                    .withMetadata(metadata)
                    .withSpec(spec)
                    .build(),
            (metadata, spec) -> new io.fabric8.istio.api.security.v1beta1.AuthorizationPolicyBuilder()
                    .withMetadata(metadata)
                    .withSpec(spec)
                    .build(),
            (metadata, spec) -> new io.fabric8.istio.api.networking.v1beta1.GatewayBuilder()
                    .withMetadata(metadata)
                    .withSpec(spec)
                    .build(),
            (metadata, spec) -> new io.fabric8.istio.api.networking.v1beta1.VirtualServiceBuilder()
                    .withMetadata(metadata)
                    .withSpec(spec)
                    .build(),
            (metadata, spec) -> new io.fabric8.istio.api.networking.v1beta1.ServiceEntryBuilder()
                    .withMetadata(metadata)
                    .withSpec(spec)
                    .build(),
            (metadata, spec) -> new io.fabric8.istio.api.networking.v1beta1.SidecarBuilder()
                    .withMetadata(metadata)
                    .withSpec(spec)
                    .build(),
            (metadata, spec) -> new io.fabric8.istio.api.networking.v1beta1.DestinationRuleBuilder()
                    .withMetadata(metadata)
                    .withSpec(spec)
                    .build());
}
