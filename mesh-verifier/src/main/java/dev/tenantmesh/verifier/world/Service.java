package dev.tenantmesh.verifier.world;

import dev.tenantmesh.model.problem.Origin;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Service: a name for pods, which policies never see.
 *
 * @param namespace where it stands
 * @param name its name
 * @param type {@code ClusterIP}, {@code NodePort}, {@code LoadBalancer} or {@code ExternalName}
 * @param selector the labels of its pods; empty: somebody else says which
 * @param ports its ports
 * @param externalName the name that it stands for, of type {@code ExternalName}; else empty
 * @param externalAddresses addresses outside that nodes take for it
 * @param origin where it was written
 */
public record Service(
        String namespace,
        String name,
        String type,
        SortedMap<String, String> selector,
        List<ServicePort> ports,
        String externalName,
        List<String> externalAddresses,
        Origin origin) {

    public Service {
        selector = Collections.unmodifiableSortedMap(new TreeMap<>(selector));
        ports = List.copyOf(ports);
        externalAddresses = List.copyOf(externalAddresses);
    }

    /** Whether nodes or a load balancer take connections from outside for it. */
    public boolean isPublished() {
        return type.equals("NodePort") || type.equals("LoadBalancer") || !externalAddresses.isEmpty();
    }

    /**
     * One port.
     *
     * @param name its name; empty if it has none
     * @param port the Service's port
     * @param target the pods' port, a number or the name of a container's; empty: the same number
     * @param appProtocol what it speaks, as written; empty if nobody says
     */
    public record ServicePort(String name, Port port, String target, String appProtocol) {

        /** Whether a target is a number, and not the name of a port. */
        static boolean isNumber(String target) {
            return !target.isEmpty() && target.chars().allMatch(Character::isDigit);
        }

        /** The port of a pod behind it; empty if the pod has no port of that name. */
        public java.util.Optional<Port> of(Pod pod) {
            if (target.isEmpty()) {
                return java.util.Optional.of(port);
            }
            if (isNumber(target)) {
                return Port.parse(port.protocol() + "/" + target);
            }
            return pod.ports().stream()
                    .filter(declared ->
                            declared.name().equals(target) && declared.port().protocol() == port.protocol())
                    .map(Pod.ContainerPort::port)
                    .findFirst();
        }
    }

    /** Whether it leads to a pod. */
    public boolean selects(Pod pod) {
        return !selector.isEmpty()
                && pod.namespace().name().equals(namespace)
                && pod.labels().entrySet().containsAll(selector.entrySet());
    }
}
