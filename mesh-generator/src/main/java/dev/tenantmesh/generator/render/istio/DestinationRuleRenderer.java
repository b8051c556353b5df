package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.ingress.ClientTlsPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.istio.api.api.networking.v1alpha3.ClientTLSSettingsBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ClientTLSSettingsTLSmode;
import io.fabric8.istio.api.api.networking.v1alpha3.DestinationRule;
import io.fabric8.istio.api.api.networking.v1alpha3.DestinationRuleBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.TrafficPolicyBuilder;
import java.util.List;

/** Prints DestinationRules: how proxies open connections to gateways that ask for their identity. */
public final class DestinationRuleRenderer implements Renderer {

    private final IstioApi api;

    public DestinationRuleRenderer(IstioApi api) {
        this.api = api;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(mesh -> mesh.ingress().clientTls())
                .map(rule -> (Rendered) new RenderedObject(
                        plan.platform(),
                        api.destinationRule().apply(Metadata.of(rule.heading()), print(rule)),
                        rule.heading().entry()))
                .toList();
    }

    private static DestinationRule print(ClientTlsPlan rule) {
        return new DestinationRuleBuilder()
                .withHost(rule.host())
                .withExportTo(rule.exportTo())
                .withTrafficPolicy(new TrafficPolicyBuilder()
                        .withTls(new ClientTLSSettingsBuilder()
                                .withMode(ClientTLSSettingsTLSmode.ISTIO_MUTUAL)
                                .withSni(rule.serverName())
                                .build())
                        .build())
                .build();
    }
}
