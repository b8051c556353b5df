package dev.tenantmesh.model.mesh;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * Where the control planes of a mesh run, on platforms of several clusters; a platform of one cluster has it all in
 * that one.
 *
 * @param topology how they are laid out
 * @param controlCluster the cluster that holds an external control plane and none of the members
 * @param primaryCluster the cluster whose control plane serves members there and in every other cluster
 * @param eastWest by which members of other networks come in, where the mesh has members in several clusters
 * @param gateway by which proxies and API servers of other clusters come to the control plane
 */
@ModelRecord
public record MultiCluster(
        Topology topology,
        @Syntax(Syntax.Of.LABEL) @Nullable String controlCluster,
        @Syntax(Syntax.Of.LABEL) @Nullable String primaryCluster,
        @Nullable EastWestGateway eastWest,
        @Nullable ControlPlaneGateway gateway) {

    /**
     * How control planes are laid out.
     *
     * @see <a href="https://istio.io/latest/docs/setup/install/external-controlplane/">external control plane</a>
     * @see <a href="https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/">multi-primary</a>
     * @see <a href="https://istio.io/latest/docs/setup/install/multicluster/primary-remote_multi-network/">primary-remote</a>
     */
    public enum Topology {
        /** One cluster runs the control plane for another one, and nothing else of the mesh. */
        @JsonProperty("external")
        EXTERNAL,
        /** Every cluster runs a control plane, and each knows the endpoints of all. */
        @JsonProperty("multi-primary")
        MULTI_PRIMARY,
        /** One cluster runs the control plane for members there and elsewhere, and holds the policies of all. */
        @JsonProperty("primary-remote")
        PRIMARY_REMOTE
    }
}
