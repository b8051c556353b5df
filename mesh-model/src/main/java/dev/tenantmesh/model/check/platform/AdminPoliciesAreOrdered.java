package dev.tenantmesh.model.check.platform;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.platform.AdminPolicies;
import dev.tenantmesh.model.platform.AdminPolicies.Priorities;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;

/**
 * The priorities of admin policies are a range that the cluster takes.
 *
 * @see <a href="https://docs.openshift.com/container-platform/latest/networking/network_security/AdminNetworkPolicy/ovn-k-anp.html">priorities
 *     of OVN-Kubernetes</a>
 */
public final class AdminPoliciesAreOrdered implements Rule {

    private static final int LAST = 1000;
    private static final int LAST_OF_OVN_KUBERNETES = 99;

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Platform platform : model.platforms()) {
            AdminPolicies policies = platform.adminPolicies();
            if (policies != null) {
                check(policies.priorities(), last(platform), model, problems);
            }
        }
    }

    private static int last(Platform platform) {
        return platform.network().cni() == Network.Cni.OVN_KUBERNETES ? LAST_OF_OVN_KUBERNETES : LAST;
    }

    private static void check(Priorities priorities, int last, MeshModel model, Problems problems) {
        if (priorities.first() < 0 || priorities.last() > last || priorities.first() >= priorities.last()) {
            problems.error(
                    ProblemCode.INVALID_PRIORITIES,
                    model.origins().of(priorities),
                    priorities.first() + " to " + priorities.last(),
                    "This is no range of at least two priorities from 0 to " + last
                            + ", which are those that the network plugin takes.",
                    "Reserve a range, with room for one policy for each tenant.");
        }
    }
}
