package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.model.mesh.EgressGateway;

/**
 * An egress gateway.
 *
 * @param source what the platform team wrote
 * @param namespace where it stands, a namespace of the mesh
 * @param pods its pods
 * @param size how large it is
 * @param entry its model entry
 */
public record MemberEgressGateway(
        EgressGateway source, MemberNamespace namespace, Pods pods, GatewaySize size, String entry) {

    public String name() {
        return source.name();
    }

    /** The ports of every egress gateway. */
    public enum Port {
        /** Where connections arrive whose inside the gateway passes on as it is. */
        STREAMS("tls", 443, 8443),
        /** Where requests arrive that the gateway reads. */
        REQUESTS("http2", 80, 8080);

        private final String title;
        private final int number;
        private final int podPort;

        Port(String title, int number, int podPort) {
            this.title = title;
            this.number = number;
            this.podPort = podPort;
        }

        /** The name by which proxies know its protocol. */
        public String title() {
            return title;
        }

        /** The Service's port. */
        public int number() {
            return number;
        }

        /** The pods' port. */
        public int podPort() {
            return podPort;
        }
    }
}
