package dev.tenantmesh.model.platform;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of several clusters that make up a platform. Same names mean the same everywhere: a namespace of one name in two
 * clusters is one namespace, with one owner and one set of identities.
 *
 * @param name RFC 1123 label; the folder below the platform's, and the name by which control planes know the cluster
 * @param network the network of its pods, in the sense of the mesh: pods of one network reach each other by address
 * @param apiServer the host name of its API server, for the commands that give a control plane access to it; absent:
 *     the commands take it from whoever runs them
 * @param podCIDRs as in a Platform
 * @param serviceCIDRs as in a Platform
 * @param apiServerCIDRs as in a Platform; control planes of other clusters that watch this one reach them, too
 * @param apiServerPort absent: 6443
 * @param nodeCIDRs as in a Platform
 * @param egressCIDRs the addresses by which its pods are seen from other networks
 * @see <a href="https://istio.io/latest/docs/ops/deployment/deployment-models/">deployment models</a>
 */
@ModelRecord
public record Cluster(
        @Syntax(Syntax.Of.LABEL) String name,
        @Syntax(Syntax.Of.LABEL) String network,
        @Syntax(Syntax.Of.SUBDOMAIN) @Nullable String apiServer,
        @Syntax(Syntax.Of.CIDR) List<String> podCIDRs,
        @Syntax(Syntax.Of.CIDR) List<String> serviceCIDRs,
        @Syntax(Syntax.Of.CIDR) List<String> apiServerCIDRs,
        @Syntax(Syntax.Of.PORT) @Nullable Integer apiServerPort,
        @Syntax(Syntax.Of.CIDR) List<String> nodeCIDRs,
        @Syntax(Syntax.Of.CIDR) List<String> egressCIDRs) {

    public Cluster {
        podCIDRs = List.copyOf(podCIDRs);
        serviceCIDRs = List.copyOf(serviceCIDRs);
        apiServerCIDRs = List.copyOf(apiServerCIDRs);
        nodeCIDRs = List.copyOf(nodeCIDRs);
        egressCIDRs = List.copyOf(egressCIDRs);
    }
}
