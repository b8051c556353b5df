package dev.tenantmesh.model.check.ownership;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.platform.Dns;
import dev.tenantmesh.model.platform.Monitoring;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.Router;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Labels and annotations of the model mean nothing to a cluster. A key that a product reads would change what it does
 * with every object (inject no sidecar, leave a policy unapplied); a key that a Platform recognises its router or its
 * monitoring by would make a namespace pass for theirs.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/#namespace-modification">namespace
 *     modification</a>
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/helm/#helm-hooks">Argo CD and hooks of Helm</a>
 */
public final class LabelsAreFree implements Rule {

    /** Domains, with everything below them, whose keys somebody reads. */
    private static final Map<String, String> OWNED = new LinkedHashMap<>();

    static {
        OWNED.put("tenantmesh.dev", "Tenant Mesh writes it");
        OWNED.put("kubernetes.io", "Kubernetes reads it, and selectors name workloads by it");
        OWNED.put("k8s.io", "Kubernetes reads it");
        OWNED.put("istio.io", "Istio reads it");
        OWNED.put("maistra.io", "OpenShift Service Mesh reads it");
        OWNED.put("sailoperator.io", "OpenShift Service Mesh reads it");
        OWNED.put("openshift.io", "OpenShift reads it");
        OWNED.put("ovn.org", "the network plugin reads it");
        OWNED.put("projectcalico.org", "the network plugin reads it");
        OWNED.put("argoproj.io", "Argo CD decides by it how an object is applied and deleted");
        OWNED.put("fluxcd.io", "Flux decides by it how an object is applied and deleted");
        OWNED.put("helm.sh", "Argo CD takes an object with it for a hook");
    }

    private static final String INJECTION = "istio-injection";

    @Override
    public void check(MeshModel model, Problems problems) {
        Map<String, String> recognised = recognised(model);
        for (Labelled labelled : Labelled.all(model)) {
            for (String key : labelled.values().keySet()) {
                String why = why(key, recognised);
                if (!why.isEmpty()) {
                    Origin origin = model.origins().of(labelled.record(), labelled.map(), key);
                    problems.error(
                            ProblemCode.LABEL_RESERVED,
                            origin,
                            key,
                            why,
                            "Use a key of your own, such as cost-center.");
                }
            }
        }
    }

    private static String why(String key, Map<String, String> recognised) {
        String prefix = key.contains("/") ? key.substring(0, key.indexOf('/')) : "";
        for (Map.Entry<String, String> owned : OWNED.entrySet()) {
            if (prefix.equals(owned.getKey()) || prefix.endsWith("." + owned.getKey())) {
                return "Keys of " + owned.getKey() + " are not for the model: " + owned.getValue() + ".";
            }
        }
        return key.equals(INJECTION) ? "Istio reads it." : recognised.getOrDefault(key, "");
    }

    /** The keys by which Platforms know who their peers are. */
    private static Map<String, String> recognised(MeshModel model) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Platform platform : model.platforms()) {
            String of = " of platform '" + platform.name() + "'";
            Router router = platform.router();
            if (router != null) {
                put(keys, List.of(router.namespaceLabels(), router.podLabels()), "the router" + of);
                put(keys, List.of(router.exposeLabel()), "what opens itself to the router" + of);
            }
            Monitoring monitoring = platform.monitoring();
            if (monitoring != null) {
                put(keys, List.of(monitoring.namespaceLabels(), monitoring.podLabels()), "monitoring" + of);
            }
            Dns dns = platform.network().dns();
            if (dns != null) {
                put(keys, List.of(dns.podSelector()), "the cluster DNS" + of);
            }
        }
        return keys;
    }

    private static void put(Map<String, String> keys, Collection<Map<String, String>> labels, String whom) {
        labels.forEach(each ->
                each.keySet().forEach(key -> keys.putIfAbsent(key, "Policies recognise " + whom + " by this key.")));
    }
}
