package dev.tenantmesh.verifier.claim.document;

import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Satisfying;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everybody who may be one of a party. A pod that nobody declared has the fewest labels that make it one of its kind, and
 * stands for those with more; a namespace that nobody declared may have any labels, and any name that no other has. An
 * address outside stands for all that policies do not tell apart.
 *
 * @param party the party
 * @param known the names of all namespaces of the manifests
 */
record Possibly(Party party, Set<String> known) implements Party {

    @Override
    public boolean includes(Endpoint endpoint) {
        if (endpoint instanceof External external && party instanceof Party.Addresses addresses) {
            return addresses.ranges().stream().anyMatch(range -> range.overlaps(external.range()));
        }
        return party.includes(endpoint) || (endpoint instanceof Pod pod && mayInclude(pod));
    }

    private boolean mayInclude(Pod pod) {
        if (party instanceof Party.Pods pods) {
            return mayBeNamed(pod.namespace().name(), pods.namespaces()) && may(pods.pods(), pod);
        }
        return party instanceof Party.Labelled labelled
                && mayBeLabelled(pod.namespace(), labelled.namespaces())
                && may(labelled.pods(), pod);
    }

    private boolean mayBeNamed(String name, Set<String> wanted) {
        return wanted.contains(name) || (name.startsWith("(") && !known.containsAll(wanted));
    }

    private static boolean mayBeLabelled(Namespace namespace, LabelSelector selector) {
        if (namespace.isDeclared()) {
            return selector.selects(namespace.labels());
        }
        Map<String, String> labels = new TreeMap<>(namespace.labels());
        if (namespace.name().startsWith("(")) {
            labels.remove(Namespace.NAME_LABEL);
        }
        return together(selector, labels);
    }

    private static boolean may(LabelSelector selector, Pod pod) {
        return pod.isPossible() ? together(selector, pod.labels()) : selector.selects(pod.labels());
    }

    private static boolean together(LabelSelector selector, Map<String, String> labels) {
        return Satisfying.all(List.of(selector, LabelSelector.of(labels))).isPresent();
    }

    @Override
    public String title() {
        return party.title();
    }
}
