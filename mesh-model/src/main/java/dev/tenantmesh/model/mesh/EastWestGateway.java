package dev.tenantmesh.model.mesh;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.gateway.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gateway by which members of other networks come in, one in each cluster of the mesh. Mutual TLS goes through it to the
 * workload; it lets through what is asked for by the name of an exported Service, and nothing else.
 *
 * @param name a Service name
 * @param namespace where it stands in each cluster, a namespace of its own
 * @param addresses where it is found from outside, by cluster; of a cluster without any nothing is open to others
 * @param replicas how many pods in each cluster; absent: {@link Replicas#DEFAULT}
 * @param resources what each of them uses; absent: {@link Resources#DEFAULT}
 * @see <a href="https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/">multi-primary on
 *     different networks</a>
 */
@ModelRecord
public record EastWestGateway(
        @Syntax(Syntax.Of.SERVICE) String name,
        @Syntax(Syntax.Of.LABEL) String namespace,
        List<Address> addresses,
        @Nullable Replicas replicas,
        @Nullable Resources resources) {

    public EastWestGateway {
        addresses = List.copyOf(addresses);
    }

    /** The addresses in a cluster, as far as they are known. */
    public List<String> in(String cluster) {
        return addresses.stream()
                .filter(address -> address.cluster().equals(cluster))
                .findFirst()
                .map(Address::cidrs)
                .orElse(List.of());
    }

    /**
     * Where it is found.
     *
     * @param cluster which cluster's
     * @param cidrs the addresses of its load balancer
     */
    @ModelRecord
    public record Address(
            @Syntax(Syntax.Of.LABEL) String cluster,
            @Syntax(Syntax.Of.CIDR) List<String> cidrs) {

        public Address {
            cidrs = List.copyOf(cidrs);
        }
    }
}
