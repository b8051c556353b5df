package dev.tenantmesh.model.mesh;

import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.EgressPolicy;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.RouterTraffic;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.Visibility;
import dev.tenantmesh.model.platform.Exemption;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.quota.Budget;
import dev.tenantmesh.model.yaml.Elsewhere;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One control plane and its members.
 *
 * @param name RFC 1123 label
 * @param controlPlane where it runs and who makes it
 * @param membership who brings namespaces into it; absent: the platform team
 * @param clusters the clusters of a platform that its members are in; none: all that its control planes leave to them
 * @param multiCluster where its control planes run; absent: it is in one cluster of a platform
 * @param trustDomain the trust domain of every identity in it; distinct for each mesh
 * @param mtls the mode of the whole mesh, and the way to it; absent: STRICT
 * @param shadow namespaces that are not enforced yet; absent: all are
 * @param dataPlane where the proxies of its members run; absent: as the Platform says
 * @param isolation how its tenants are closed against each other
 * @param exemptions permissions to loosen, as in a Platform
 * @param grants peers outside the mesh, as in a Platform
 * @param gateways ingress gateways that tenants share
 * @param egressGateways gateways by which its tenants leave the cluster
 * @param budget the most that the sidecars of its tenants may cost together
 * @param labels labels of everything that is generated for the mesh and its tenants
 * @param annotations annotations of the same
 * @param manifests files and folders of raw objects that are taken in as they are, relative to the document
 */
@ModelRecord
public record Mesh(
        @Syntax(Syntax.Of.LABEL) String name,
        ControlPlane controlPlane,
        @Nullable Membership membership,
        @Syntax(Syntax.Of.LABEL) List<String> clusters,
        @Nullable MultiCluster multiCluster,
        @Syntax(Syntax.Of.SUBDOMAIN) String trustDomain,
        @Nullable MeshMtls mtls,
        @Nullable Shadow shadow,
        @Nullable DataPlane dataPlane,
        @Nullable MeshIsolation isolation,
        List<Exemption> exemptions,
        List<PeerGrant> grants,
        List<SharedGateway> gateways,
        List<EgressGateway> egressGateways,
        @Nullable Budget budget,
        @Syntax(Syntax.Of.LABELS) Map<String, String> labels,
        @Syntax(Syntax.Of.ANNOTATIONS) Map<String, String> annotations,
        List<String> manifests) {

    public Mesh {
        clusters = List.copyOf(clusters);
        exemptions = List.copyOf(exemptions);
        grants = List.copyOf(grants);
        egressGateways = List.copyOf(egressGateways);
        gateways = List.copyOf(gateways);
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        manifests = List.copyOf(manifests);
    }

    /** How far it has come on its way to mutual TLS; empty: all the way. */
    public Optional<MtlsMigration> migration() {
        return Optional.ofNullable(mtls).map(MeshMtls::migration);
    }

    /** What is not enforced yet on a platform; empty: everything is. */
    public Optional<Shadow> shadowOn(Platform platform) {
        return Optional.ofNullable(shadow).filter(some -> some.isOn(platform.name()));
    }

    /** What its control plane is called on a platform. */
    public String controlPlaneOn(Platform platform) {
        return platform.mesh().controlPlane(name).orElse(controlPlane.name());
    }

    /** Whether tenants bring their namespaces into it themselves on a platform. */
    public boolean isJoinedByTenants(String platform) {
        return membership != null && membership.isOfTenants(platform);
    }

    /** The shared gateway of a name. */
    public Optional<SharedGateway> gateway(String wanted) {
        return gateways.stream()
                .filter(gateway -> gateway.name().equals(wanted))
                .findFirst();
    }

    /** The egress gateway that externals refer to as {@code namespace/name}. */
    public Optional<EgressGateway> egressGateway(String path) {
        return egressGateways.stream()
                .filter(gateway -> gateway.path().equals(path))
                .findFirst();
    }

    /**
     * How the tenants of a mesh are closed.
     *
     * @param boundary absent: {@code workload}, the strictest
     * @param router absent: {@code denied}, the strictest
     * @param egress how tenants leave the cluster; absent: {@code REGISTRY_ONLY}
     * @param visibility which Services proxies are told about; absent: {@code boundary}; never counted as isolation
     */
    @ModelRecord
    @Elsewhere(
            @Elsewhere.Key(
                    name = "enforcement",
                    instead =
                            "Every edge is enforced by the network and by proxies, always; what is not enforced yet stands in"
                                    + " `shadow` of the Mesh."))
    public record MeshIsolation(
            @Nullable Boundary boundary,
            @Nullable RouterTraffic router,
            @Nullable EgressPolicy egress,
            @Nullable Visibility visibility) {

        /** What holds when a mesh says nothing. */
        public static final MeshIsolation STRICTEST = new MeshIsolation(null, null, null, null);
    }
}
