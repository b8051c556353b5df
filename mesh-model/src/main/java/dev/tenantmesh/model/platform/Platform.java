package dev.tenantmesh.model.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.capacity.Capacity;
import dev.tenantmesh.model.quota.Budget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One target that manifests are rendered for, with what its owners grant and forbid. Several platforms render the
 * same meshes side by side, each into a folder of its own name.
 *
 * @param name RFC 1123 label; the folder below the output
 * @param distribution the cluster's distribution
 * @param mesh the service mesh product that runs there
 * @param network addresses and system namespaces that policies must name
 * @param clusters the clusters it consists of, each rendered into a folder of its own below the platform's; none: it is
 *     one cluster. With clusters, addresses are said of each of them, and the rest of {@code network} of all
 * @param cni who chains the mesh's CNI plugin; absent: what is usual on the distribution
 * @param router the ingress router; absent: the default router of OpenShift, none on Kubernetes
 * @param monitoring who scrapes metrics; absent: OpenShift's monitoring stacks, none on Kubernetes
 * @param gatewayApi which version of the Kubernetes Gateway API the cluster has; absent: none, and no gateway is written
 *     in it
 * @param routeSubstitute what stands in for a Route on a distribution without Routes; absent: a gateway exposed by
 *     a Route is an error there
 * @param tenants which namespaces and hosts each tenant may claim
 * @param guardrails what no lower level may loosen
 * @param exemptions who may loosen it all the same, where, and why
 * @param grants in-cluster peers outside the mesh
 * @param budget the most that all sidecars on it may cost
 * @param capacity what the report of capacity has to know of the cluster
 * @param denies who never connects to whom, whatever tenants agree on
 * @param adminPolicies what bounds the NetworkPolicies of tenants; absent: nothing does
 * @param admission what refuses objects of tenants that would undo isolation; absent: nothing does
 * @param labels labels of everything that is generated for the platform; lower levels may add, not change
 * @param annotations annotations of the same
 */
@ModelRecord
public record Platform(
        @Syntax(Syntax.Of.LABEL) String name,
        Distribution distribution,
        ServiceMesh mesh,
        Network network,
        List<Cluster> clusters,
        @Nullable Cni cni,
        @Nullable Router router,
        @Nullable Monitoring monitoring,
        @Nullable GatewayApiDefinitions gatewayApi,
        @Nullable RouteSubstitute routeSubstitute,
        List<TenantGrant> tenants,
        @Nullable Guardrails guardrails,
        List<Exemption> exemptions,
        List<PeerGrant> grants,
        @Nullable Budget budget,
        @Nullable Capacity capacity,
        List<Deny> denies,
        @Nullable AdminPolicies adminPolicies,
        @Nullable Admission admission,
        @Syntax(Syntax.Of.LABELS) Map<String, String> labels,
        @Syntax(Syntax.Of.ANNOTATIONS) Map<String, String> annotations) {

    public Platform {
        clusters = List.copyOf(clusters);
        tenants = List.copyOf(tenants);
        exemptions = List.copyOf(exemptions);
        grants = List.copyOf(grants);
        denies = List.copyOf(denies);
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    /** What its document is called: of one of several clusters that of the platform which lists it. */
    public String document() {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    /** The cluster of a name. */
    public Optional<Cluster> cluster(String wanted) {
        return clusters.stream()
                .filter(cluster -> cluster.name().equals(wanted))
                .findFirst();
    }

    /** One of its clusters, seen as a platform of one cluster: it is called {@code platform/cluster}. */
    public Platform of(Cluster cluster) {
        return PlatformBuilder.builder(this)
                .name(name + "/" + cluster.name())
                .network(network.of(cluster))
                .clusters(List.of())
                .build();
    }

    /** Each cluster as a platform of its own; itself if it is one cluster. */
    public List<Platform> inEachCluster() {
        return clusters.isEmpty()
                ? List.of(this)
                : clusters.stream().map(this::of).toList();
    }

    /** What stands in for a Route. */
    public enum RouteSubstitute {
        @JsonProperty("load-balancer")
        LOAD_BALANCER
    }
}
