package dev.tenantmesh.generator.plan.admission;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.Rollout;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Check;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Expression;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Resources;
import dev.tenantmesh.model.platform.Admission;
import java.util.List;

/**
 * Who is asked, and where.
 *
 * @param platform the name of the platform
 * @param exempt who is not asked
 * @param namespaces the namespaces of tenants, sorted
 */
record Guarded(String platform, Admission.Exempt exempt, List<String> namespaces) {

    /** A policy for the namespaces of tenants. */
    AdmissionPlan inTenants(
            String name, String reason, List<Resources> resources, List<Expression> variables, List<Check> checks) {
        return new AdmissionPlan(heading(name, reason), resources, List.of(asked()), variables, checks, namespaces);
    }

    /** What every policy carries. */
    Heading heading(String name, String reason) {
        return new Heading("", "mesh-" + name, "", null, "platform/" + platform + "/admission", reason, Rollout.CLOSES);
    }

    /** The platform is not asked. */
    Expression asked() {
        List<String> accounts = exempt.serviceAccounts().stream()
                .map(account -> "system:serviceaccount:" + account.namespace() + ":" + account.name())
                .sorted()
                .toList();
        String groups = "request.userInfo.groups.exists(group, group in "
                + Cel.list(exempt.groups().stream().sorted().toList()) + ")";
        String users = "request.userInfo.username in " + Cel.list(accounts);
        String exempted = exempt.groups().isEmpty() ? users : accounts.isEmpty() ? groups : groups + " || " + users;
        return new Expression("not-the-platform", "!(" + exempted + ")");
    }

    /**
     * Neither are the controllers of the cluster itself, where what they write is no tenant's wish: they take away what is in
     * a namespace that goes, and label namespaces.
     */
    static Expression notTheCluster() {
        return new Expression(
                "not-the-cluster",
                "!request.userInfo.username.startsWith('system:serviceaccount:kube-system:') && "
                        + "!request.userInfo.username.startsWith('system:serviceaccount:openshift-')");
    }
}
