package dev.tenantmesh.verifier.lint.controlplane;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;

/**
 * NetworkPolicies that the operator of OpenShift Service Mesh 2 makes by itself unless it is told not to.
 *
 * @see <a href="https://github.com/maistra/istio-operator/tree/maistra-2.6/resources/helm">the operator's charts</a>
 */
public final class OperatorPolicies implements LintRule {

    private static final String EXPOSE = "maistra.io/expose-route";

    @Override
    public void check(LintContext context, Problems problems) {
        boolean managed = context.manifests()
                        .of("maistra.io", "ServiceMeshControlPlane")
                        .filter(plane -> check(plane, problems))
                        .count()
                > 0;
        context.workloads().stream()
                .filter(workload ->
                        managed && "true".equals(workload.pod().labels().get(EXPOSE)))
                .forEach(workload -> problems.warning(
                        ProblemCode.OPERATOR_POLICIES,
                        workload.originOfLabel(EXPOSE),
                        workload.pod().id(),
                        "The operator opens every port of the pod to the router: whoever makes pods opens them by this label.",
                        "Remove the label, and admit the router by a NetworkPolicy for the port that it needs."));
    }

    private static boolean check(Manifest plane, Problems problems) {
        Mapping security = plane.body().at("spec", "security");
        if (security.text("manageNetworkPolicy").equals("false")) {
            return false;
        }
        problems.warning(
                ProblemCode.OPERATOR_POLICIES,
                security.originOf("manageNetworkPolicy"),
                plane.name(),
                "The operator opens every pod of every member to all members, and pods with a label to the router, on every"
                        + " port; no other NetworkPolicy takes that back.",
                "Write `security.manageNetworkPolicy: false`, and policies of your own.");
        return true;
    }
}
