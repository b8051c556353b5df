package dev.tenantmesh.verifier.claim.document;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Nearest;
import dev.tenantmesh.model.yaml.Origins;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.AddressRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the ends of written claims mean.
 *
 * @param tenants the namespaces of each owner, by its name
 * @param origins where ends were written
 * @param problems takes names that refer to nobody
 */
record Ends(Map<String, Set<String>> tenants, Origins origins, Problems problems) {

    /** Everybody whom an end means. */
    Party party(End end) {
        LabelSelector pods = end.podSelector() == null
                ? LabelSelector.EVERYTHING
                : end.podSelector().selector();
        String which = pods.isEverything() ? "" : " with " + pods;
        if (end.tenant() != null) {
            return new Party.Pods(known(end, end.tenant()), pods, "tenant " + end.tenant() + which);
        }
        if (end.namespace() != null) {
            return new Party.Pods(Set.of(end.namespace()), pods, "namespace " + end.namespace() + which);
        }
        if (end.namespaceSelector() != null) {
            LabelSelector namespaces = end.namespaceSelector().selector();
            return new Party.Labelled(namespaces, pods, "namespaces with " + namespaces + which);
        }
        if (!end.cidrs().isEmpty()) {
            return new Party.Addresses(ranges(end));
        }
        return end.nodes() == null ? Party.ANYONE : new Party.Nodes("nodes");
    }

    /** The namespaces of a tenant. */
    Party tenant(ClaimsDocument.Contained contained) {
        Set<String> namespaces = known(contained, contained.tenant());
        return new Party.Pods(namespaces, LabelSelector.EVERYTHING, "tenant " + contained.tenant());
    }

    /** The namespaces of whoever an end means; empty if it is not about certain ones. */
    Optional<Set<String>> namespaces(End end) {
        return end.tenant() != null
                ? Optional.of(tenants.getOrDefault(end.tenant(), Set.of()))
                : Optional.ofNullable(end.namespace()).map(Set::of);
    }

    /** Only pods have policies of their own, so that claims are about them. */
    void checkPods(End end) {
        if (!end.isPods()) {
            problems.error(
                    ProblemCode.INVALID_VALUE,
                    origins.of(end),
                    "",
                    "Who is closed must be pods.",
                    "Name a tenant, a namespace or a namespaceSelector.");
        }
    }

    private Set<String> known(Record written, String name) {
        Set<String> namespaces = tenants.get(name);
        if (namespaces == null) {
            problems.error(
                    ProblemCode.UNKNOWN_REFERENCE,
                    origins.of(written, "tenant"),
                    name,
                    "There is no owner of this name.",
                    Nearest.question(name, tenants.keySet()) + "Name its namespaces under `owners`.");
            return Set.of();
        }
        return namespaces;
    }

    private static List<AddressRange> ranges(End end) {
        return end.cidrs().stream()
                .flatMap(cidr -> AddressRange.ofCidr(cidr).stream())
                .toList();
    }
}
