package dev.tenantmesh.generator.render.gatewayapi;

import dev.tenantmesh.generator.manifest.ManifestYaml;
import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.gateway.ServicePlan;
import dev.tenantmesh.generator.plan.gatewayapi.ApiGatewayPlan;
import dev.tenantmesh.generator.plan.gatewayapi.InfrastructurePlan;
import dev.tenantmesh.generator.plan.gatewayapi.WaypointPlan;
import dev.tenantmesh.generator.render.GatewayParts;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.ServiceSpecBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpecBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpecBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Prints what the control plane lays over the Deployment and Service that it makes of a Gateway: their size, what a load
 * balancer lets through, and the seccomp profile without which Pod Security {@code restricted} would refuse the pods.
 * Autoscaler and disruption budget are made only where something is laid over them.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment">automated
 *     deployment</a>
 */
public final class InfrastructureRenderer implements Renderer {

    private static final String SPEC = "spec";

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        Stream<InfrastructurePlan> ofGateways = plan.all(
                        mesh -> mesh.gatewayApi().gateways())
                .map(ApiGatewayPlan::infrastructure)
                .flatMap(Optional::stream);
        Stream<InfrastructurePlan> ofWaypoints =
                plan.all(mesh -> mesh.gatewayApi().waypoints()).map(WaypointPlan::infrastructure);
        return Stream.concat(ofGateways, ofWaypoints)
                .map(made -> (Rendered) new RenderedObject(
                        plan.platform(), print(made), made.heading().entry()))
                .toList();
    }

    private static ConfigMap print(InfrastructurePlan made) {
        Map<String, String> overlays = new TreeMap<>();
        overlays.put("deployment", text(deployment(made)));
        Map<String, Object> service = service(made.service());
        if (!service.isEmpty()) {
            overlays.put("service", text(service));
        }
        if (made.size().replicas().scales()) {
            overlays.put("horizontalPodAutoscaler", text(autoscaler(made)));
        }
        if (made.size().replicas().min() > 1) {
            overlays.put(
                    "podDisruptionBudget",
                    text(Map.of(
                            SPEC,
                            new PodDisruptionBudgetSpecBuilder()
                                    .withMinAvailable(new IntOrString(1))
                                    .build())));
        }
        return new ConfigMapBuilder()
                .withMetadata(Metadata.of(made.heading()))
                .withData(overlays)
                .build();
    }

    private static String text(Map<String, Object> overlay) {
        return ManifestYaml.write("", overlay);
    }

    private static Map<String, Object> deployment(InfrastructurePlan made) {
        Map<String, Object> spec = new TreeMap<>(Map.of("template", Map.of(SPEC, pods(made))));
        if (!made.size().replicas().scales()) {
            spec.put("replicas", made.size().replicas().min());
        }
        return Map.of(SPEC, spec);
    }

    private static PodSpec pods(InfrastructurePlan made) {
        return new PodSpecBuilder()
                .withNewSecurityContext()
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .withTopologySpreadConstraints(GatewayParts.spread(made.selector()))
                .withContainers(new ContainerBuilder()
                        .withName("istio-proxy")
                        .withResources(GatewayParts.resources(made.size().resources()))
                        .build())
                .build();
    }

    private static Map<String, Object> service(ServicePlan service) {
        Map<String, Object> overlay = new TreeMap<>();
        if (!service.annotations().isEmpty()) {
            overlay.put("metadata", Map.of("annotations", service.annotations()));
        }
        if (service.keepsClientAddress()) {
            overlay.put(
                    SPEC,
                    new ServiceSpecBuilder()
                            .withExternalTrafficPolicy("Local")
                            .withLoadBalancerSourceRanges(
                                    service.type() == ServicePlan.Type.LOAD_BALANCER
                                            ? service.sourceRanges()
                                            : List.of())
                            .build());
        }
        return overlay;
    }

    private static Map<String, Object> autoscaler(InfrastructurePlan made) {
        return Map.of(
                SPEC,
                new HorizontalPodAutoscalerSpecBuilder()
                        .withMinReplicas(made.size().replicas().min())
                        .withMaxReplicas(made.size().replicas().max())
                        .withMetrics(GatewayParts.cpu())
                        .build());
    }
}
