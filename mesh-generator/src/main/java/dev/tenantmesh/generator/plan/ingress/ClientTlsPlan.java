package dev.tenantmesh.generator.plan.ingress;

import dev.tenantmesh.generator.plan.Heading;
import java.util.List;

/**
 * How proxies of the mesh open connections to a gateway that asks for their identity: they would not offer it to pods
 * without a sidecar by themselves.
 *
 * @param heading name, place and reason
 * @param host the fully qualified name of the gateway's Service
 * @param serverName a host that the gateway serves
 * @param exportTo the namespaces of its clients, sorted
 */
public record ClientTlsPlan(Heading heading, String host, String serverName, List<String> exportTo) {

    public ClientTlsPlan {
        exportTo = exportTo.stream().distinct().sorted().toList();
    }
}
