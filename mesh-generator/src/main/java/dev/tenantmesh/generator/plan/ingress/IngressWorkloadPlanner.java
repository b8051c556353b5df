package dev.tenantmesh.generator.plan.ingress;

import dev.tenantmesh.generator.plan.export.GatewayExports;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloadPlan;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloads;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloads.Place;
import dev.tenantmesh.generator.plan.gateway.ServicePlan;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Decides the pods and Services of the ingress gateways that are made here. */
public final class IngressWorkloadPlanner {

    /**
     * Asks OpenShift for a certificate of the Service's name, in a Secret of this name.
     *
     * @see <a href="https://docs.openshift.com/container-platform/latest/security/certificates/service-serving-certificate.html">serving certificates</a>
     */
    private static final String SERVING_CERTIFICATE = "service.beta.openshift.io/serving-cert-secret-name";

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
                .flatMap(gateway -> gateway.generated().stream()
                        .map(size -> workloads.plan(
                                new Place(namespace, gateway.name(), gateway.entry()),
                                gateway.pods(),
                                size,
                                service(gateway, exports.annotations(namespace.name(), gateway.name())),
                                gateway.hasCredentials())));
    }

    private static ServicePlan service(MemberGateway gateway, Map<String, String> exportTo) {
        List<ServicePlan.Port> ports =
                List.of(gateway.exposure().isPlaintext() ? ServicePlan.Port.HTTP : ServicePlan.Port.HTTPS);
        return switch (gateway.arrival()) {
            case ROUTE -> ServicePlan.inside(ports, servingCertificate(gateway));
            case CLUSTER_IP -> ServicePlan.inside(ports, exportTo);
            case LOAD_BALANCER -> outside(ServicePlan.Type.LOAD_BALANCER, ports, gateway);
            case NODE_PORT -> outside(ServicePlan.Type.NODE_PORT, ports, gateway);
        };
    }

    /** Ranges mean something only where the pods see who the client is. */
    private static ServicePlan outside(ServicePlan.Type type, List<ServicePlan.Port> ports, MemberGateway gateway) {
        List<String> ranges = gateway.exposure().sourceRanges();
        return new ServicePlan(type, ports, new TreeMap<>(), ranges, !ranges.isEmpty());
    }

    private static Map<String, String> servingCertificate(MemberGateway gateway) {
        boolean asks = gateway.isReencrypted() && gateway.exposure().destinationCACertificate() == null;
        String secret = gateway.tls() == null ? null : gateway.tls().credentialName();
        return asks && secret != null ? Map.of(SERVING_CERTIFICATE, secret) : Map.of();
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
