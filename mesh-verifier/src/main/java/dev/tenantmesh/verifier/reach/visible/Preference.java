package dev.tenantmesh.verifier.reach.visible;

import dev.tenantmesh.verifier.select.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * From which namespace a proxy takes a host that several have: from its own; else a Service comes before ServiceEntries;
 * else the oldest counts, which no file tells. Control planes of OpenShift Service Mesh 2 do not know the second rule.
 *
 * @param own the namespace of the pod
 * @param older whether a Service does not come first
 * @see <a href="https://github.com/istio/istio/blob/master/pilot/pkg/model/sidecar.go">SidecarScope</a>
 */
record Preference(String own, boolean older) {

    /** Those that may be taken, with how certain that is. */
    List<Told> among(List<Told> candidates) {
        if (candidates.size() == 1) {
            return candidates;
        }
        List<Predicate<Told>> ranks = new ArrayList<>();
        ranks.add(told -> told.host().namespace().equals(own) && told.host().isService());
        ranks.add(told -> told.host().namespace().equals(own));
        if (!older) {
            ranks.add(told -> told.host().isService());
        }
        ranks.add(told -> true);
        List<Told> left = new ArrayList<>(candidates);
        List<Told> taken = new ArrayList<>();
        for (Predicate<Told> rank : ranks) {
            List<Told> next = left.stream().filter(rank).toList();
            left.removeAll(next);
            boolean alone = next.size() == 1 && taken.isEmpty();
            next.forEach(told -> taken.add(alone ? told : told.butOnly(Truth.MAYBE)));
            if (next.stream().anyMatch(told -> told.certainty().isCertain())) {
                return taken;
            }
        }
        return taken;
    }
}
