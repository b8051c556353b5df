package dev.tenantmesh.model.check.isolation;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Call;
import dev.tenantmesh.model.tenant.Tenant;

/** A call leads to another tenant: inside one it would open nothing, whatever its author hoped for. */
public final class CallsLeaveTheTenant implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Tenant tenant : model.tenants()) {
            for (Call call : tenant.calls()) {
                if (call.to().tenant().equals(tenant.name())) {
                    problems.error(
                            ProblemCode.INNER_CALL,
                            model.origins().of(call.to(), "tenant"),
                            call.to().tenant(),
                            "Inside a tenant the consent of the server is enough, and a call opens nothing.",
                            "Remove the call; if the way is closed, add `allowFrom` to the workload that is called.");
                }
            }
        }
    }
}
