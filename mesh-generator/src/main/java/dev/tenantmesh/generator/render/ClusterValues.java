package dev.tenantmesh.generator.render;

import dev.tenantmesh.generator.plan.cluster.ClusterPlan;
import dev.tenantmesh.generator.plan.controlplane.ControlPlanePlan;
import dev.tenantmesh.model.Placement.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of the istiod chart by which a control plane knows the clusters of its mesh; the Sail operator passes the
 * same ones on.
 *
 * @see <a href="https://istio.io/latest/docs/setup/install/external-controlplane/">external control plane</a>
 */
public final class ClusterValues {

    /** Roots that the image ships: the gateway before the control plane has a certificate that everybody trusts. */
    private static final String TRUSTED_BY_ALL = "SYSTEM";

    /**
     * Proxies answer for names of Services that are in other clusters only.
     *
     * @see <a href="https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/">DNS proxying</a>
     */
    private static final Map<String, Object> DNS_BY_PROXIES =
            Map.of("proxyMetadata", Map.of("ISTIO_META_DNS_CAPTURE", "true"));

    private ClusterValues() {}

    /** The profile of the chart; empty: the usual one. */
    public static String profile(ControlPlanePlan controlPlane) {
        return controlPlane
                .cluster()
                .map(cluster -> switch (cluster.role()) {
                    case CONTROL -> "empty";
                    case REMOTE -> "remote";
                    case PRIMARY, NONE -> "";
                })
                .orElse("");
    }

    /**
     * The values of a control plane, completed by those about its clusters. Where it runs in another cluster, only what is
     * of all clusters is left of its own.
     *
     * @param values what holds in one cluster
     */
    public static Map<String, Object> complete(ControlPlanePlan controlPlane, Map<String, Object> values) {
        if (controlPlane.cluster().isEmpty()) {
            return values;
        }
        ClusterPlan cluster = controlPlane.cluster().get();
        Map<String, Object> kept = new TreeMap<>(values);
        if (cluster.role() == Role.REMOTE) {
            kept.keySet()
                    .retainAll(cluster.primary().isPresent() ? List.of("revision") : List.of("meshConfig", "revision"));
        }
        return joined(
                kept,
                switch (cluster.role()) {
                    case CONTROL -> control(controlPlane, cluster);
                    case REMOTE ->
                        cluster.primary()
                                .map(primary -> remote(controlPlane, cluster, primary))
                                .orElseGet(() -> remote(controlPlane, cluster));
                    case PRIMARY, NONE -> primary(cluster);
                });
    }

    /** Istio takes the most specific host that says something. */
    private static Map<String, Object> primary(ClusterPlan cluster) {
        Map<String, Object> values = new TreeMap<>(Map.of("global", global(cluster)));
        cluster.shared().ifPresent(shared -> {
            List<Object> settings = new ArrayList<>();
            settings.add(setting(true, List.of("*." + cluster.domain())));
            if (!shared.isEmpty()) {
                settings.add(setting(false, shared));
            }
            values.put("meshConfig", Map.of("defaultConfig", DNS_BY_PROXIES, "serviceSettings", settings));
        });
        if (cluster.servesOthers()) {
            values.put("pilot", Map.of("env", Map.of("EXTERNAL_ISTIOD", "true")));
        }
        return values;
    }

    private static Map<String, Object> setting(boolean local, List<String> hosts) {
        return Map.of("settings", Map.of("clusterLocal", local), "hosts", hosts);
    }

    private static Map<String, Object> global(ClusterPlan cluster) {
        return Map.of(
                "meshID",
                cluster.meshId(),
                "multiCluster",
                Map.of("clusterName", cluster.cluster()),
                "network",
                cluster.network());
    }

    /** Webhooks are those of the other cluster, and are not this control plane's to write: it would write its own CA. */
    private static Map<String, Object> control(ControlPlanePlan controlPlane, ClusterPlan cluster) {
        Map<String, Object> global = new TreeMap<>(global(cluster));
        global.put("caAddress", cluster.discoveryAddress());
        global.put("configValidation", false);
        global.put("istioNamespace", controlPlane.heading().namespace());
        global.put("operatorManageWebhooks", true);
        return Map.of(
                "global",
                global,
                "meshConfig",
                Map.of(
                        "defaultConfig",
                        Map.of(
                                "discoveryAddress",
                                cluster.discoveryAddress(),
                                "proxyMetadata",
                                Map.of("CA_ROOT_CA", TRUSTED_BY_ALL, "XDS_ROOT_CA", TRUSTED_BY_ALL)),
                        "rootNamespace",
                        controlPlane.heading().namespace()),
                "pilot",
                pilot(controlPlane.heading().name(), cluster));
    }

    private static Map<String, Object> pilot(String name, ClusterPlan cluster) {
        String revision = name.equals("default") ? "" : "-" + name;
        return Map.of(
                "enabled",
                true,
                "env",
                Map.of(
                        "CLUSTER_ID", cluster.cluster(),
                        "EXTERNAL_ISTIOD", "true",
                        "INJECTION_WEBHOOK_CONFIG_NAME", "",
                        "LOCAL_CLUSTER_SECRET_WATCHER", "true",
                        "SHARED_MESH_CONFIG", "istio",
                        "VALIDATION_WEBHOOK_CONFIG_NAME", ""),
                "volumeMounts",
                List.of(
                        Map.of("name", "config-volume", "mountPath", "/etc/istio/config"),
                        Map.of("name", "inject-volume", "mountPath", "/var/lib/istio/inject")),
                "volumes",
                List.of(
                        volume("config-volume", "istio" + revision),
                        volume("inject-volume", "istio-sidecar-injector" + revision)));
    }

    private static Map<String, Object> volume(String name, String configMap) {
        return Map.of("name", name, "configMap", Map.of("name", configMap));
    }

    private static Map<String, Object> remote(ControlPlanePlan controlPlane, ClusterPlan cluster) {
        Map<String, Object> global = new TreeMap<>(global(cluster));
        global.put("configCluster", true);
        global.put("istioNamespace", controlPlane.heading().namespace());
        Map<String, Object> values = new TreeMap<>(Map.of(
                "base",
                Map.of("validationURL", cluster.webhook("/validate")),
                "global",
                global,
                "istiodRemote",
                Map.of("injectionURL", cluster.webhook(injection(cluster))),
                "pilot",
                Map.of("configMap", true)));
        values.put("defaultRevision", controlPlane.heading().name());
        return values;
    }

    /** Its settings, its policies and what is injected are those of the primary. */
    private static Map<String, Object> remote(
            ControlPlanePlan controlPlane, ClusterPlan cluster, ClusterPlan.Primary primary) {
        Map<String, Object> global = new TreeMap<>(global(cluster));
        global.put("istioNamespace", controlPlane.heading().namespace());
        global.put("remotePilotAddress", primary.address());
        return Map.of("global", global, "istiodRemote", Map.of("injectionPath", injection(cluster)));
    }

    private static String injection(ClusterPlan cluster) {
        return "/inject/cluster/" + cluster.cluster() + "/net/" + cluster.network();
    }

    private static Map<String, Object> joined(Map<?, ?> one, Map<?, ?> other) {
        Map<String, Object> all = new TreeMap<>();
        one.forEach((key, value) -> all.put(String.valueOf(key), value));
        other.forEach((key, value) -> all.merge(
                String.valueOf(key),
                value,
                (mine, theirs) -> mine instanceof Map<?, ?> left && theirs instanceof Map<?, ?> right
                        ? joined(left, right)
                        : theirs));
        return all;
    }
}
