package dev.tenantmesh.model.check.gateway;

import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshIndex.Member;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Hint;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.GatewayClient;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Workload;
import java.util.List;
import java.util.Optional;

/**
 * A client of a cluster IP is a declared workload, of the gateway's own tenant unless the mesh owns the gateway, or pods
 * outside every mesh; never a whole namespace.
 */
public final class GatewayClientsAreKnown implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        MeshIndex index = new MeshIndex(model.tenants());
        AnyGateway.of(model)
                .filter(gateway -> gateway.exposure().type() == Exposure.Type.CLUSTER_IP)
                .forEach(gateway -> gateway.exposure()
                        .clients()
                        .forEach(client -> new Check(gateway, client, index, model, problems).run()));
    }

    private record Check(
            AnyGateway gateway, GatewayClient client, MeshIndex index, MeshModel model, Problems problems) {

        void run() {
            Optional<Member> member = index.member(client.namespace());
            if ((client.workload() == null) == client.podSelector().isEmpty()) {
                problems.error(
                        ProblemCode.EMPTY_SELECTOR,
                        model.origins().of(client),
                        "",
                        "The client is neither one workload nor pods with some labels.",
                        "Write either `workload:` or `podSelector:`.");
            } else if (client.workload() != null) {
                checkWorkload(client.workload(), member);
            } else {
                member.ifPresent(this::refuseMember);
            }
        }

        private void checkWorkload(String name, Optional<Member> member) {
            if (member.isEmpty() || !isOfMesh(member.get())) {
                unknown(
                        "namespace",
                        client.namespace(),
                        "There is no namespace of this name "
                                + (gateway.owner() == null
                                        ? "in mesh '" + gateway.mesh() + "'."
                                        : "of tenant '" + gateway.owner().name() + "'."),
                        "Name a namespace where the workload is declared; pods outside every mesh are named by"
                                + " `podSelector`.");
            } else if (member.get().workload(name).isEmpty()) {
                List<String> known = member.get().namespace().workloads().stream()
                        .map(Workload::name)
                        .toList();
                unknown(
                        "workload",
                        name,
                        "There is no workload in namespace '" + client.namespace() + "' of this name.",
                        Hint.near(name, known));
            }
        }

        private boolean isOfMesh(Member member) {
            return gateway.owner() == null
                    ? member.tenant().mesh().equals(gateway.mesh())
                    : member.tenant().name().equals(gateway.owner().name());
        }

        /** Its pods could not get out: their own side of an edge is opened for declared workloads alone. */
        private void refuseMember(Member member) {
            problems.error(
                    ProblemCode.INVALID_EXPOSURE,
                    model.origins().of(client, "namespace"),
                    client.namespace(),
                    "The namespace is one of tenant '" + member.tenant().name()
                            + "', whose pods are let out by workload, not by label.",
                    "Name a `workload` of the gateway's own tenant, or a namespace outside every mesh.");
        }

        private void unknown(String key, String written, String why, String fix) {
            Origin origin = model.origins().of(client, key);
            problems.error(ProblemCode.UNKNOWN_REFERENCE, origin, written, why, fix);
        }
    }
}
