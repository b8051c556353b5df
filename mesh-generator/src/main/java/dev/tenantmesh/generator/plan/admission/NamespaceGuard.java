package dev.tenantmesh.generator.plan.admission;

import dev.tenantmesh.generator.plan.Labels;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Check;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Expression;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Resources;
import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.generator.platform.Target;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps the labels by which clusters and meshes know namespaces: who could write them would join another mesh, leave its own,
 * pass for the router, or admit privileged pods. The subresources take labels, too.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/#namespace-modification">namespace
 *     modification</a>
 */
record NamespaceGuard(Guarded guarded, Target target) {

    private static final Set<String> LABELS = Set.of(
            "istio-injection",
            "istio.io/rev",
            "istio.io/dataplane-mode",
            "istio.io/use-waypoint",
            "istio.io/use-waypoint-namespace",
            "istio.io/ingress-use-waypoint",
            "maistra.io/ignore-namespace",
            "maistra.io/member-of",
            "topology.istio.io/network",
            "pod-security.kubernetes.io/enforce",
            "pod-security.kubernetes.io/enforce-version",
            "network.openshift.io/policy-group",
            "policy-group.network.openshift.io/host-network",
            "policy-group.network.openshift.io/ingress",
            Labels.MESH,
            Labels.TENANT);

    AdmissionPlan plan() {
        return new AdmissionPlan(
                guarded.heading("namespaces", "labels of namespaces decide who is in which mesh, and who is let in"),
                List.of(Resources.written("", "namespaces", "namespaces/finalize", "namespaces/status")),
                List.of(guarded.asked(), Guarded.notTheCluster()),
                List.of(
                        new Expression("kept", Cel.list(kept())),
                        new Expression("labels", "object.metadata.?labels.orValue({})"),
                        new Expression("before", "oldObject == null ? {} : oldObject.metadata.?labels.orValue({})")),
                List.of(new Check(
                        "variables.kept.all(key, (key in variables.labels) == (key in variables.before) &&"
                                + " variables.labels[?key].orValue('') == variables.before[?key].orValue(''))",
                        "Labels by which meshes and policies know a namespace are the platform's: leave them as they are,"
                                + " and ask it for what you need.")),
                List.of());
    }

    private Set<String> kept() {
        Set<String> kept = new TreeSet<>(LABELS);
        target.router()
                .filter(Peer.Labelled.class::isInstance)
                .ifPresent(router ->
                        kept.addAll(((Peer.Labelled) router).namespaceLabels().keySet()));
        target.monitoring()
                .ifPresent(
                        monitoring -> kept.addAll(monitoring.namespaceLabels().keySet()));
        kept.remove("kubernetes.io/metadata.name");
        return kept;
    }
}
