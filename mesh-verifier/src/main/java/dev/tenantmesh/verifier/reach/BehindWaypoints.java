package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The declared pods that waypoints pass connections on to. */
final class BehindWaypoints {

    private final Map<Pod, List<Pod>> byRelay = new LinkedHashMap<>();

    /** @param before the pods of waypoints that pass connections on to a pod */
    BehindWaypoints(World world, Function<Pod, List<Pod>> before) {
        world.pods()
                .forEach(pod -> before.apply(pod)
                        .forEach(relay -> byRelay.computeIfAbsent(relay, absent -> new ArrayList<>())
                                .add(pod)));
    }

    /** The pods of waypoints that pass on anything. */
    Collection<Pod> relays() {
        return byRelay.keySet();
    }

    /** Whom one of them passes connections on to. */
    List<Pod> of(Pod relay) {
        return byRelay.getOrDefault(relay, List.of());
    }
}
