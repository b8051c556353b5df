package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.mtls.PeerAuthenticationPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import dev.tenantmesh.model.MtlsMode;
import io.fabric8.istio.api.api.security.v1beta1.PeerAuthentication;
import io.fabric8.istio.api.api.security.v1beta1.PeerAuthenticationBuilder;
import io.fabric8.istio.api.api.security.v1beta1.PeerAuthenticationMutualTLS;
import io.fabric8.istio.api.api.security.v1beta1.PeerAuthenticationMutualTLSMode;
import io.fabric8.istio.api.api.type.v1beta1.WorkloadSelector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints PeerAuthentications. */
public final class PeerAuthenticationRenderer implements Renderer {

    private final IstioApi api;

    public PeerAuthenticationRenderer(IstioApi api) {
        this.api = api;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::peerAuthentications)
                .map(authentication -> (Rendered) new RenderedObject(
                        plan.platform(),
                        api.peerAuthentication().apply(Metadata.of(authentication.heading()), print(authentication)),
                        authentication.heading().entry()))
                .toList();
    }

    private static PeerAuthentication print(PeerAuthenticationPlan authentication) {
        PeerAuthenticationBuilder spec = new PeerAuthenticationBuilder().withMtls(mode(authentication.mode()));
        if (!authentication.podLabels().isEmpty()) {
            spec.withSelector(new WorkloadSelector(new LinkedHashMap<>(authentication.podLabels())));
        }
        if (!authentication.ports().isEmpty()) {
            Map<String, PeerAuthenticationMutualTLS> ports = new LinkedHashMap<>();
            authentication.ports().forEach((port, mode) -> ports.put(port.toString(), mode(mode)));
            spec.withPortLevelMtls(ports);
        }
        return spec.build();
    }

    private static PeerAuthenticationMutualTLS mode(MtlsMode mode) {
        return new PeerAuthenticationMutualTLS(PeerAuthenticationMutualTLSMode.valueOf(mode.name()));
    }
}
