package dev.tenantmesh.verifier.reach.relay;

import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.Service;

/**
 * A port of a pod that nodes or a load balancer take connections from outside for.
 *
 * @param service by which it is published
 * @param pod the pod
 * @param port its port
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types">Service type</a>
 */
public record Publication(Service service, Pod pod, Port port) {}
