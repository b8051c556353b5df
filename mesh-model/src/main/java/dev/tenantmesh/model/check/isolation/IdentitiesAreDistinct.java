package dev.tenantmesh.model.check.isolation;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import java.util.HashMap;
import java.util.Map;

/**
 * A service account is the identity of one workload or gateway. The mesh cannot tell two that share one apart; then
 * only NetworkPolicies do.
 *
 * @see <a href="https://istio.io/latest/docs/concepts/security/#istio-identity">Istio identity</a>
 */
public final class IdentitiesAreDistinct implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Tenant tenant : model.tenants()) {
            for (TenantNamespace namespace : tenant.namespaces()) {
                Accounts accounts = new Accounts(problems, new HashMap<>());
                for (Workload workload : namespace.workloads()) {
                    accounts.take(workload.serviceAccount(), model.origins().of(workload, "serviceAccount"));
                }
                for (Gateway gateway : tenant.gateways()) {
                    if (gateway.namespace().equals(namespace.name())) {
                        accounts.take(gateway.account(), model.origins().of(gateway, "serviceAccount"));
                    }
                }
            }
        }
    }

    /** The accounts of one namespace, with the places that took them first. */
    private record Accounts(Problems problems, Map<String, Origin> taken) {

        void take(String account, Origin origin) {
            Origin first = taken.putIfAbsent(account, origin);
            if (first != null) {
                warn(
                        account,
                        origin,
                        "It is also the identity at " + first + ", and who consents to one consents to both.");
            } else if (account.equals("default")) {
                warn(account, origin, "Every pod of the namespace that names no account has this identity.");
            }
        }

        private void warn(String account, Origin origin, String why) {
            problems.warning(
                    ProblemCode.SHARED_IDENTITY,
                    origin,
                    account,
                    why,
                    "Give the workload a service account of its own.");
        }
    }
}
