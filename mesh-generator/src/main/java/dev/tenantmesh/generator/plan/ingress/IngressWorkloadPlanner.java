package dev.tenantmesh.generator.plan.ingress;

import dev.tenantmesh.generator.plan.export.GatewayExports;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloadPlan;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloads;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloads.Place;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;
import java.util.stream.Stream;

/** Decides the pods and Services of the ingress gateways that are made here. */
public final class IngressWorkloadPlanner {

    private final Target target;
    private final GatewayWorkloads workloads;
    private final GatewayExports exports;
    private final MeshModel model;
    private final Problems problems;

    private IngressWorkloadPlanner(
            Target target, GatewayWorkloads workloads, GatewayExports exports, MeshModel model, Problems problems) {
        this.target = target;
        this.workloads = workloads;
        this.exports = exports;
        this.model = model;
        this.problems = problems;
    }

    /**
     * The generated ingress gateways of a mesh; lists what isolation rests on where others make one.
     *
     * @param exports in which namespaces those gateways' Services are known
     */
    public static List<GatewayWorkloadPlan> plan(
            MeshModel model, Target target, Members members, GatewayExports exports, Problems problems) {
        IngressWorkloadPlanner planner =
                new IngressWorkloadPlanner(target, new GatewayWorkloads(target, members), exports, model, problems);
        return members.namespaces().stream().flatMap(planner::plan).toList();
    }

    private Stream<GatewayWorkloadPlan> plan(MemberNamespace namespace) {
        namespace.gateways().forEach(this::listReliance);
        return namespace.gateways().stream()
                .filter(gateway -> !gateway.isAutomated())
                .flatMap(gateway -> gateway.generated().stream()
                        .map(size -> workloads.plan(
                                new Place(namespace, gateway.name(), gateway.entry()),
                                gateway.pods(),
                                size,
                                IngressServices.of(gateway, exports.annotations(namespace.name(), gateway.service())),
                                gateway.hasCredentials() && !gateway.isOfGatewayApi())));
    }

    private void listReliance(MemberGateway gateway) {
        if (gateway.generated().isEmpty() && !gateway.exposure().sourceRanges().isEmpty()) {
            problems.info(
                    ProblemCode.RELIES_ON,
                    model.origins().of(gateway.exposure(), "sourceRanges"),
                    gateway.name(),
                    "On platform '" + target.platform().name() + "' the ranges hold only if the gateway's Service has"
                            + " `externalTrafficPolicy: Local`, so that its pods see who the client is.",
                    "Have whoever makes the Service set it, or let the gateway be generated.");
        }
    }
}
