package dev.tenantmesh.generator.plan.controlplane;

import dev.tenantmesh.generator.plan.Labels;
import dev.tenantmesh.generator.platform.PlatformProfile.Membership;
import dev.tenantmesh.model.MtlsMode;
import java.util.List;

/** Says, for a control plane that somebody else makes, which of its settings isolation rests on. */
final class Reliance {

    private Reliance() {}

    static List<String> of(ControlPlanePlan plan, Membership membership) {
        return switch (membership) {
            case MEMBER_ROLL -> controlPlaneResource(plan);
            case LABELS -> meshConfig(plan);
        };
    }

    /** The settings that keep what says nothing of its export in its own namespace. */
    static List<String> exports(ControlPlanePlan plan, Membership membership) {
        String place = switch (membership) {
            case MEMBER_ROLL -> "spec.techPreview.meshConfig.";
            case LABELS -> "meshConfig.";
        };
        return plan.unexported().stream()
                .map(kind -> place + "default" + kind + "ExportTo: [\".\"]")
                .toList();
    }

    private static List<String> controlPlaneResource(ControlPlanePlan plan) {
        return List.of(
                "spec.security.manageNetworkPolicy: false",
                "spec.security.dataPlane.mtls: " + (plan.mtls() == MtlsMode.STRICT),
                "spec.security.trust.domain: " + plan.trustDomain(),
                "spec.proxy.networking.trafficControl.outbound.policy: " + plan.egress(),
                "spec.gateways.openshiftRoute.enabled: false",
                "spec.runtime.components.pilot.container.env.PILOT_SCOPE_GATEWAY_TO_NAMESPACE: \"true\"");
    }

    private static List<String> meshConfig(ControlPlanePlan plan) {
        return List.of(
                "revision: " + plan.heading().name(),
                "meshConfig.trustDomain: " + plan.trustDomain(),
                "meshConfig.rootNamespace: " + plan.heading().namespace(),
                "meshConfig.outboundTrafficPolicy.mode: " + plan.egress(),
                "meshConfig.discoverySelectors matching only " + Labels.MESH + "="
                        + plan.heading().mesh(),
                "pilot.env.PILOT_SCOPE_GATEWAY_TO_NAMESPACE: \"true\"",
                "a CNI plugin that redirects the traffic of every pod");
    }

    /** What the proxies of nodes rest on: what the profile {@code ambient} sets, and what it cannot know. */
    static List<String> ambient(String ztunnel) {
        return List.of(
                "profile: ambient, for it and for the CNI plugin",
                "pilot.trustedZtunnelNamespace: " + ztunnel,
                "a ztunnel in namespace " + ztunnel + " that follows it",
                "NetworkPolicies by which only its members and that ztunnel reach it on 15012");
    }
}
