package dev.tenantmesh.model.check.isolation;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Waypoint;
import dev.tenantmesh.model.tenant.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pod belongs to one workload or gateway: policies of two would be united, and of two mutual TLS scopes of one kind
 * the older one would win.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/peer_authentication/">PeerAuthentication</a>
 */
public final class SelectorsAreDistinct implements Rule {

    /** @param exact whether its pods carry these labels and no others that a selector could name */
    private record Selector(String name, Map<String, String> labels, boolean exact, Origin origin) {

        /**
         * Two selectors can select one pod unless they demand different values of one label. Of pods that are made
         * here every label is known.
         */
        boolean overlaps(Selector other) {
            if (exact || other.exact) {
                return (exact && selects(other, this)) || (other.exact && selects(this, other));
            }
            return labels.entrySet().stream()
                    .allMatch(label -> other.labels
                            .getOrDefault(label.getKey(), label.getValue())
                            .equals(label.getValue()));
        }
    }

    private static boolean selects(Selector selector, Selector pods) {
        return pods.labels().entrySet().containsAll(selector.labels().entrySet());
    }

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Tenant tenant : model.tenants()) {
            for (TenantNamespace namespace : tenant.namespaces()) {
                check(selectors(model, tenant, namespace), problems);
            }
        }
    }

    private static List<Selector> selectors(MeshModel model, Tenant tenant, TenantNamespace namespace) {
        List<Selector> selectors = new ArrayList<>();
        for (Workload workload : namespace.workloads()) {
            selectors.add(new Selector(
                    "workload " + workload.name(),
                    workload.selector(),
                    false,
                    model.origins().of(workload, "selector")));
        }
        for (Gateway gateway : tenant.gateways()) {
            if (gateway.namespace().equals(namespace.name())) {
                selectors.add(new Selector(
                        "gateway " + gateway.name(),
                        gateway.podLabels(),
                        gateway.isGenerated(),
                        model.origins().of(gateway, gateway.isGenerated() ? "name" : "selector")));
            }
        }
        Waypoint waypoint = namespace.waypoint();
        if (waypoint != null) {
            selectors.add(new Selector(
                    "waypoint " + waypoint.name(),
                    waypoint.podLabels(),
                    true,
                    model.origins().of(waypoint, "name")));
        }
        return selectors;
    }

    private static void check(List<Selector> selectors, Problems problems) {
        for (int i = 0; i < selectors.size(); i++) {
            Selector one = selectors.get(i);
            if (one.labels().isEmpty()) {
                problems.error(
                        ProblemCode.EMPTY_SELECTOR,
                        one.origin(),
                        "{}",
                        "The selector of " + one.name() + " is empty and would select every pod.",
                        "Write the labels that its pods carry and others do not.");
                continue;
            }
            for (Selector earlier : selectors.subList(0, i)) {
                if (!earlier.labels().isEmpty() && earlier.overlaps(one)) {
                    problems.error(
                            ProblemCode.SELECTOR_OVERLAP,
                            one.origin(),
                            new TreeMap<>(one.labels()).toString(),
                            "A pod with these labels could also belong to " + earlier.name() + " at " + earlier.origin()
                                    + ".",
                            "Let both selectors name one label, each with a value of its own.");
                }
            }
        }
    }
}
