package dev.tenantmesh.generator.plan.ingress;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.model.gateway.Exposure.Termination;
import org.jspecify.annotations.Nullable;

/**
 * How the platform's router leads one host to a gateway.
 *
 * @param heading name, place and reason; the name is the host
 * @param service the gateway's Service
 * @param port the name of its port, or the number of the pods' port behind it
 * @param termination where TLS ends
 * @param destinationCertificate whom a router that reencrypts trusts, as PEM; absent: the cluster's own authority
 */
public record RouterRoutePlan(
        Heading heading,
        String service,
        String port,
        Termination termination,
        @Nullable String destinationCertificate) {}
