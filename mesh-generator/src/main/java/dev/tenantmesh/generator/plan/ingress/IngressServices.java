package dev.tenantmesh.generator.plan.ingress;

import dev.tenantmesh.generator.plan.gateway.ServicePlan;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Decides the Services before ingress gateways, whoever makes them: the way traffic arrives does. */
public final class IngressServices {

    /**
     * Asks OpenShift for a certificate of the Service's name, in a Secret of this name.
     *
     * @see <a href="https://docs.openshift.com/container-platform/latest/security/certificates/service-serving-certificate.html">serving certificates</a>
     */
    private static final String SERVING_CERTIFICATE = "service.beta.openshift.io/serving-cert-secret-name";

    private IngressServices() {}

    /**
     * The Service before a gateway's pods.
     *
     * @param exportTo in which namespaces it is known, as annotations
     */
    public static ServicePlan of(MemberGateway gateway, Map<String, String> exportTo) {
        List<ServicePlan.Port> ports =
                List.of(gateway.exposure().isPlaintext() ? ServicePlan.Port.HTTP : ServicePlan.Port.HTTPS);
        return switch (gateway.arrival()) {
            case ROUTE -> ServicePlan.inside(ports, servingCertificate(gateway));
            case CLUSTER_IP -> ServicePlan.inside(ports, exportTo);
            case LOAD_BALANCER -> outside(ServicePlan.Type.LOAD_BALANCER, ports, gateway);
            case NODE_PORT -> outside(ServicePlan.Type.NODE_PORT, ports, gateway);
        };
    }

    /** Ranges mean something only where the pods see who the client is. */
    private static ServicePlan outside(ServicePlan.Type type, List<ServicePlan.Port> ports, MemberGateway gateway) {
        List<String> ranges = gateway.exposure().sourceRanges();
        return new ServicePlan(type, ports, new TreeMap<>(), ranges, !ranges.isEmpty());
    }

    private static Map<String, String> servingCertificate(MemberGateway gateway) {
        boolean asks = gateway.isReencrypted() && gateway.exposure().destinationCACertificate() == null;
        String secret = gateway.tls() == null ? null : gateway.tls().credentialName();
        return asks && secret != null ? Map.of(SERVING_CERTIFICATE, secret) : Map.of();
    }
}
