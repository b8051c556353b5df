package dev.tenantmesh.model.check.gateway;

import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;

/**
 * A gateway with a certificate stands in a namespace of its own: its service account may read every Secret there. One of
 * the Gateway API gets the Secrets that its Gateway names, and no others.
 *
 * @see <a href="https://istio.io/latest/docs/ops/best-practices/security/">security best practices</a>
 */
public final class CredentialsStandApart implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        MeshIndex index = new MeshIndex(model.tenants());
        model.tenants().stream()
                .flatMap(tenant -> tenant.gateways().stream())
                .filter(gateway -> gateway.isGenerated() && !gateway.isOfGatewayApi())
                .filter(gateway -> gateway.tls() != null && gateway.tls().credentialName() != null)
                .filter(gateway -> index.member(gateway.namespace())
                        .filter(member -> !member.namespace().workloads().isEmpty())
                        .isPresent())
                .forEach(gateway -> problems.warning(
                        ProblemCode.CREDENTIALS_SHARED,
                        model.origins().of(gateway, "namespace"),
                        gateway.namespace(),
                        "The gateway may read every Secret of this namespace, and workloads keep theirs here.",
                        "Give the gateway a namespace of its own."));
    }
}
