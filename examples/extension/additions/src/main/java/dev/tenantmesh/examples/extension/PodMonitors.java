package dev.tenantmesh.examples.extension;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.namespace.NamespacePlan;
import dev.tenantmesh.generator.spi.ExtraObject;
import dev.tenantmesh.generator.spi.ExtraRenderer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;

/**
 * A PodMonitor in each namespace of a tenant, so that Prometheus scrapes what the proxies there merge.
 *
 * @see <a href="https://istio.io/latest/docs/ops/integrations/prometheus/">Prometheus and Istio</a>
 */
public final class PodMonitors implements ExtraRenderer {

    private static final String NAME = "pod-monitors";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ExtraObject> render(PlatformPlan plan) {
        return plan.all(MeshPlan::namespaces)
                .map(NamespacePlan::heading)
                .filter(namespace -> namespace.tenant() != null)
                .map(PodMonitors::monitor)
                .toList();
    }

    private static ExtraObject monitor(Heading namespace) {
        Heading heading = new Heading(
                namespace.namespace(),
                "proxies",
                namespace.mesh(),
                namespace.tenant(),
                "extension/" + NAME,
                "Prometheus scrapes the merged metrics of the proxies here");
        GenericKubernetesResource monitor = new GenericKubernetesResource();
        monitor.setApiVersion("monitoring.coreos.com/v1");
        monitor.setKind("PodMonitor");
        monitor.setAdditionalProperty(
                "spec",
                Map.of(
                        "selector", Map.of("matchExpressions", List.of(Map.of("key", "istio.io/rev", "operator", "Exists"))),
                        "podMetricsEndpoints",
                                List.of(Map.of("path", "/stats/prometheus", "targetPort", 15020, "interval", "30s"))));
        return new ExtraObject(heading, monitor);
    }
}
