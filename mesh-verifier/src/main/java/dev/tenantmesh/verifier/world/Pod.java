package dev.tenantmesh.verifier.world;

import dev.tenantmesh.model.problem.Origin;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The pods of one workload, or one pod that could exist: they have the same labels and so the same policies.
 *
 * @param namespace where it runs
 * @param name of the workload that makes it, or its own
 * @param kind of that workload; {@link #POSSIBLE} for a pod that nobody declared
 * @param labels its labels
 * @param annotations its annotations
 * @param serviceAccount whom it runs as
 * @param hostNetwork whether it has the network of its node
 * @param ports the ports that its containers declare
 * @param origin where its workload was written; null for a pod that could exist
 */
public record Pod(
        Namespace namespace,
        String name,
        String kind,
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations,
        String serviceAccount,
        boolean hostNetwork,
        List<ContainerPort> ports,
        @Nullable Origin origin)
        implements Endpoint {

    /** The kind of a pod that nobody declared and somebody could make. */
    public static final String POSSIBLE = "possible";

    /** The label of pods that Istio makes for a Gateway of the Gateway API. */
    public static final String MANAGED_GATEWAY = "gateway.istio.io/managed";

    /** Its value where the Gateway is a waypoint. */
    static final String OF_WAYPOINTS = "istio.io-mesh-controller";

    public Pod {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
        ports = List.copyOf(ports);
    }

    /**
     * A port that a container declares.
     *
     * @param name by which Services and policies may call it; empty if it has none
     * @param port the port
     */
    public record ContainerPort(String name, Port port) {}

    /** A pod that nobody declared and somebody could make, with these labels and annotations. */
    public static Pod possible(Namespace namespace, Map<String, String> labels, Map<String, String> annotations) {
        String name = labels.isEmpty() ? "(any pod)" : "(any pod with " + Namespace.shown(labels) + ")";
        return new Pod(
                namespace,
                name,
                POSSIBLE,
                new TreeMap<>(labels),
                new TreeMap<>(annotations),
                "default",
                false,
                List.of(),
                null);
    }

    /** The same pod in another namespace. */
    public Pod in(Namespace other) {
        return new Pod(other, name, kind, labels, annotations, serviceAccount, hostNetwork, ports, origin);
    }

    /** Whether the control plane made it of a Gateway that is a waypoint. */
    public boolean isWaypoint() {
        return OF_WAYPOINTS.equals(labels.get(MANAGED_GATEWAY));
    }

    /** Whether nobody declared it. */
    public boolean isPossible() {
        return kind.equals(POSSIBLE);
    }

    @Override
    public String id() {
        return namespace.name() + "/" + name;
    }
}
