package dev.tenantmesh.generator.reach;

import java.util.List;
import java.util.Map;

/**
 * A Gateway: what some pods of its own namespace listen to. That it finds none of another namespace is a setting of the
 * control plane.
 *
 * @param servers at least one
 */
record Entrance(String file, String namespace, String name, Map<String, String> selected, List<Server> servers) {

    /**
     * Some hosts of a gateway.
     *
     * @param hosts each with the namespace whose routes may bind it, {@code namespace/host}
     * @param mode of TLS; empty without
     */
    record Server(List<String> hosts, String mode) {

        /** Whether a route of a namespace gets requests for a host it names. */
        boolean binds(String routeNamespace, String routeHost) {
            return hosts.stream().anyMatch(host -> {
                int slash = host.indexOf('/');
                String allowed = slash < 0 ? "*" : host.substring(0, slash);
                boolean ofNamespace = allowed.equals("*") || allowed.equals(routeNamespace);
                return ofNamespace && overlap(host.substring(slash + 1), routeHost);
            });
        }

        private static boolean overlap(String one, String other) {
            return one.equals(other) || covers(one, other) || covers(other, one);
        }

        private static boolean covers(String pattern, String host) {
            return pattern.equals("*") || (pattern.startsWith("*.") && host.endsWith(pattern.substring(1)));
        }
    }

    static Entrance read(Document document) {
        Fields spec = document.spec().only("selector", "servers");
        return new Entrance(
                document.file(),
                document.namespace(),
                document.name(),
                spec.textMap("selector"),
                spec.list("servers").stream()
                        .map(server -> new Server(
                                server.only("hosts", "port", "tls").texts("hosts"),
                                server.path("tls").optionalText("mode").orElse("")))
                        .toList());
    }

    boolean selects(Endpoint pod) {
        return namespace.equals(pod.namespace())
                && !selected.isEmpty()
                && pod.labels().entrySet().containsAll(selected.entrySet());
    }

    boolean asksForIdentity() {
        return servers.stream().allMatch(server -> server.mode().equals("ISTIO_MUTUAL"));
    }
}
