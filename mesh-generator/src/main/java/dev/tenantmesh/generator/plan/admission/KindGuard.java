package dev.tenantmesh.generator.plan.admission;

import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Check;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Expression;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Resources;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps kinds that could open what is closed: some are not a tenant's at all, of others it may write what only closes.
 *
 * @param guarded who is asked
 * @param bounded whether administrators' policies bound NetworkPolicies, so that tenants may write some
 */
record KindGuard(Guarded guarded, boolean bounded) {

    private static final String POLICIES = "networking.k8s.io";
    private static final String SECURITY = "security.istio.io";
    private static final String NETWORKING = "networking.istio.io";

    List<AdmissionPlan> plan() {
        return List.of(kinds(), networkPolicies(), authorization(), services(), generated());
    }

    private AdmissionPlan kinds() {
        return guarded.inTenants(
                "kinds",
                "kinds that weaken mutual TLS, or change proxies and networks beside every policy",
                List.of(
                        Resources.written("extensions.istio.io", "trafficextensions", "wasmplugins"),
                        Resources.written("k8s.cni.cncf.io", "multi-networkpolicies", "network-attachment-definitions"),
                        Resources.written(
                                "maistra.io",
                                "servicemeshcontrolplanes",
                                "servicemeshmemberrolls",
                                "servicemeshmembers"),
                        Resources.written(
                                NETWORKING, "envoyfilters", "proxyconfigs", "workloadentries", "workloadgroups"),
                        Resources.written(SECURITY, "peerauthentications")),
                List.of(),
                List.of(
                        new Check(
                                "false",
                                "This kind is the platform's in namespaces of tenants: say what you need in the mesh documents.")));
    }

    private AdmissionPlan networkPolicies() {
        String pods = "object.spec.?%1$s.orValue([]).all(rule, rule.?%2$s.orValue([]).size() > 0 &&"
                + " rule.%2$s.all(peer, has(peer.podSelector)))";
        List<Check> checks = bounded
                ? List.of(
                        new Check(
                                pods.replace("%1$s", "ingress").replace("%2$s", "from"),
                                "Name pods in every `from`, by a podSelector: addresses, and namespaces without one, can be"
                                        + " nodes or the outside."),
                        new Check(
                                pods.replace("%1$s", "egress").replace("%2$s", "to"),
                                "Name pods in every `to`, by a podSelector: the way out of the cluster is an external in the"
                                        + " mesh documents."))
                : List.of(new Check(
                        "false", "NetworkPolicies come from the mesh documents: write `allowFrom` and `calls` there."));
        return guarded.inTenants(
                "network-policies",
                bounded
                        ? "NetworkPolicies of tenants are about pods, which administrators' policies bound"
                        : "one NetworkPolicy more opens what all others close",
                List.of(Resources.written(POLICIES, "networkpolicies")),
                List.of(),
                checks);
    }

    private AdmissionPlan authorization() {
        return guarded.inTenants(
                "authorization-policies",
                "policies that allow add up, so that a tenant may only deny",
                List.of(Resources.written(SECURITY, "authorizationpolicies")),
                List.of(),
                List.of(new Check(
                        "object.?spec.?action.orValue('ALLOW') == 'DENY'",
                        "Write `action: DENY`; whom to allow is said by `allowFrom` in the mesh documents.")));
    }

    /** An object whose type was there before is not asked again, since the cluster writes on Services, too. */
    private AdmissionPlan services() {
        return guarded.inTenants(
                "services",
                "what a node or a load balancer forwards comes past NetworkPolicies",
                List.of(Resources.written("", "services")),
                List.of(new Expression(
                        "before", "oldObject == null ? 'ClusterIP' : oldObject.spec.?type.orValue('ClusterIP')")),
                List.of(
                        new Check(
                                "object.spec.?type.orValue('ClusterIP') in ['ClusterIP', 'ExternalName',"
                                        + " variables.before]",
                                "Write `type: ClusterIP`; a gateway in the mesh documents brings traffic from outside."),
                        new Check(
                                "object.spec.?externalIPs.orValue([]).size() == 0",
                                "Leave out externalIPs, by which a Service takes addresses of others.")));
    }

    private AdmissionPlan generated() {
        AdmissionPlan plan = guarded.inTenants(
                "generated",
                "what is generated from the mesh documents is changed there",
                List.of(
                        kept("k8s.cni.cncf.io", "network-attachment-definitions"),
                        kept("maistra.io", "servicemeshmembers"),
                        kept(POLICIES, "networkpolicies"),
                        kept(NETWORKING, "*"),
                        kept("rbac.authorization.k8s.io", "roles", "rolebindings"),
                        kept(SECURITY, "*")),
                List.of(),
                List.of(new Check(
                        "oldObject.metadata.?labels[?'app.kubernetes.io/managed-by'].orValue('') != 'tenant-mesh'",
                        "This object is generated: change the mesh documents it comes from.")));
        List<Expression> conditions = new ArrayList<>(plan.conditions());
        conditions.add(Guarded.notTheCluster());
        return new AdmissionPlan(
                plan.heading(), plan.resources(), conditions, plan.variables(), plan.checks(), plan.namespaces());
    }

    private static Resources kept(String group, String... names) {
        return new Resources(group, List.of(names), List.of("UPDATE", "DELETE"));
    }
}
