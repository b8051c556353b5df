package dev.tenantmesh.verifier.world;

import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Requirement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds namespaces by their labels without looking at all of them: of the labels that a selector asks for, the one that
 * the fewest namespaces carry decides how many are looked at.
 */
public final class NamespaceIndex {

    private final List<Namespace> all;
    private final Map<Map.Entry<String, String>, List<Namespace>> byLabel;

    public NamespaceIndex(Collection<Namespace> namespaces) {
        this.all = List.copyOf(namespaces);
        Map<Map.Entry<String, String>, List<Namespace>> index = new HashMap<>();
        for (Namespace namespace : all) {
            for (Map.Entry<String, String> label : namespace.labels().entrySet()) {
                index.computeIfAbsent(
                                Map.entry(label.getKey(), label.getValue()), absent -> new java.util.ArrayList<>())
                        .add(namespace);
            }
        }
        this.byLabel = index;
    }

    /** The namespaces that a selector selects, in their own order. */
    public List<Namespace> selectedBy(LabelSelector selector) {
        return candidates(selector).stream()
                .filter(namespace -> selector.selects(namespace.labels()))
                .toList();
    }

    private List<Namespace> candidates(LabelSelector selector) {
        List<Namespace> fewest = all;
        for (Requirement requirement : selector.requirements()) {
            if (requirement.operator() == Requirement.Operator.IN) {
                List<Namespace> carrying = requirement.values().stream()
                        .flatMap(value -> byLabel.getOrDefault(Map.entry(requirement.key(), value), List.of()).stream())
                        .collect(Collectors.toList());
                fewest = carrying.size() < fewest.size() ? carrying : fewest;
            }
        }
        return fewest;
    }
}
