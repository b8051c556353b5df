package dev.tenantmesh.generator.render.istio;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.egress.DestinationRulePlan;
import dev.tenantmesh.generator.plan.egress.DestinationRulePlan.ClientTls;
import dev.tenantmesh.generator.plan.egress.DestinationRulePlan.Mode;
import dev.tenantmesh.generator.plan.ingress.ClientTlsPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.istio.api.api.networking.v1alpha3.ClientTLSSettingsBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ClientTLSSettingsTLSmode;
import io.fabric8.istio.api.api.networking.v1alpha3.DestinationRule;
import io.fabric8.istio.api.api.networking.v1alpha3.DestinationRuleBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.SubsetBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.TrafficPolicy;
import io.fabric8.istio.api.api.networking.v1alpha3.TrafficPolicyBuilder;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints DestinationRules with the mode, the authorities and the names always written out: what is left out was no
 * verification at all before Istio 1.21.
 *
 * @see <a href="https://istio.io/latest/docs/ops/best-practices/security/#configure-tls-verification-in-destination-rule-when-using-tls-origination">TLS
 *     verification</a>
 */
public final class DestinationRuleRenderer implements Renderer {

    /** The authorities that the proxy's image ships. */
    private static final String SYSTEM = "system";

    private final IstioApi api;

    public DestinationRuleRenderer(IstioApi api) {
        this.api = api;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return Stream.concat(
                        plan.all(MeshPlan::destinationRules).map(rule -> rendered(plan, rule.heading(), print(rule))),
                        plan.all(mesh -> mesh.ingress().clientTls())
                                .map(rule -> rendered(plan, rule.heading(), print(rule))))
                .toList();
    }

    private Rendered rendered(PlatformPlan plan, Heading heading, DestinationRule spec) {
        return new RenderedObject(
                plan.platform(), api.destinationRule().apply(Metadata.of(heading), spec), heading.entry());
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

    private static DestinationRule print(DestinationRulePlan rule) {
        DestinationRuleBuilder spec =
                new DestinationRuleBuilder().withHost(rule.host()).withExportTo(".");
        if (rule.tls() != null) {
            spec.withTrafficPolicy(policy(rule.tls()));
        }
        return spec.withSubsets(rule.subsets().stream()
                        .map(subset -> new SubsetBuilder()
                                .withName(subset.name())
                                .withTrafficPolicy(policy(subset.tls()))
                                .build())
                        .toList())
                .build();
    }

    private static TrafficPolicy policy(ClientTls tls) {
        boolean ownAuthorities = tls.mode() == Mode.ISTIO_MUTUAL || tls.credentialName() != null;
        return new TrafficPolicyBuilder()
                .withTls(new ClientTLSSettingsBuilder()
                        .withMode(ClientTLSSettingsTLSmode.valueOf(tls.mode().name()))
                        .withSni(tls.sni())
                        .withCredentialName(tls.credentialName())
                        .withCaCertificates(ownAuthorities ? null : SYSTEM)
                        .withSubjectAltNames(tls.subjectAltNames())
                        .build())
                .build();
    }
}
