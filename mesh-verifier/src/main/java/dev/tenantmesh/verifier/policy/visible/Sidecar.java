package dev.tenantmesh.verifier.policy.visible;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.HostPattern;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.List;
import java.util.Optional;

/**
 * Whom the proxies of some pods are told of.
 *
 * @param object which object
 * @param pods which pods of its namespace; one that selects everything is the default of the namespace, or in the root
 *     namespace of the mesh
 * @param egress what is told, for each listener; empty: everything that is exported
 * @param ingress what the proxies listen for, where that is said
 * @param outbound what becomes of everything else; empty: as the mesh says
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/sidecar/">Sidecar</a>
 */
public record Sidecar(
        MeshObject object,
        LabelSelector pods,
        List<Egress> egress,
        List<Ingress> ingress,
        Optional<Outbound> outbound) {

    public Sidecar {
        egress = List.copyOf(egress);
        ingress = List.copyOf(ingress);
    }

    /**
     * What one listener tells.
     *
     * @param port the only port that it tells of; empty: all of them
     * @param hosts whom
     */
    public record Egress(Optional<Integer> port, List<Host> hosts) {
        public Egress {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * A host of a listener.
     *
     * @param namespace a name, {@code *} for any, {@code .} for that of the pod, {@code ~} for none; newer control planes
     *     leave out what is written behind a {@code ~}
     * @param host its name
     * @param origin where it was written
     */
    public record Host(String namespace, HostPattern host, Origin origin) {

        /** Whether it tells of nobody, or newer control planes leave out what it names. */
        public boolean isExclusion() {
            return namespace.startsWith("~");
        }

        /**
         * Whether it means the objects of a namespace.
         *
         * @param home that namespace
         * @param own the namespace of the pod
         */
        public boolean means(String home, String own) {
            String name = isExclusion() ? namespace.substring(1) : namespace;
            return switch (name) {
                case "", "*" -> true;
                case "." -> home.equals(own);
                default -> home.equals(name);
            };
        }

        @Override
        public String toString() {
            return namespace + "/" + host;
        }
    }

    /**
     * A port that proxies listen on.
     *
     * @param port the port
     * @param tls whether it has TLS settings of its own
     * @param origin where it was written
     */
    public record Ingress(int port, boolean tls, Origin origin) {}

    /**
     * What becomes of connections to nobody that a proxy is told of.
     *
     * @param registryOnly whether they are dropped, which they also are where no mode is written
     * @param egressProxy where they are sent to instead; empty: nowhere
     * @param origin where it was written
     */
    public record Outbound(boolean registryOnly, String egressProxy, Origin origin) {}

    /** Whether it is one for a whole namespace. */
    public boolean isDefault() {
        return pods.isEverything();
    }
}
