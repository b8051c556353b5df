package dev.tenantmesh.verifier.policy;

import dev.tenantmesh.verifier.policy.limit.Limit;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.policy.mesh.Waypoint;
import dev.tenantmesh.verifier.policy.network.AdminPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.visible.VisibleModel;
import dev.tenantmesh.verifier.profile.MeshSettings;
import java.util.List;
import java.util.Map;

/**
 * Everything that manifests say about connections, whatever platform they are for.
 *
 * @param networkPolicies of namespaces
 * @param adminPolicies of the cluster
 * @param peerAuthentications what proxies demand
 * @param authorizationPolicies whom they admit
 * @param gatewayServers what gateways listen for
 * @param waypoints what passes connections on under an identity of its own
 * @param meshes every control plane
 * @param members namespaces that are in a mesh by its roll
 * @param visible what proxies are told by, which keeps nobody out
 * @param routing what gateways and routers forward
 * @param limits what namespaces may use, which decides about no connection
 */
public record PolicyModel(
        List<NetworkPolicy> networkPolicies,
        List<AdminPolicy> adminPolicies,
        List<PeerAuthentication> peerAuthentications,
        List<AuthorizationPolicy> authorizationPolicies,
        List<GatewayServer> gatewayServers,
        List<Waypoint> waypoints,
        List<MeshSettings> meshes,
        Map<String, MeshSettings> members,
        VisibleModel visible,
        Routing routing,
        List<Limit> limits) {

    public PolicyModel {
        networkPolicies = List.copyOf(networkPolicies);
        adminPolicies = List.copyOf(adminPolicies);
        peerAuthentications = List.copyOf(peerAuthentications);
        authorizationPolicies = List.copyOf(authorizationPolicies);
        gatewayServers = List.copyOf(gatewayServers);
        waypoints = List.copyOf(waypoints);
        meshes = List.copyOf(meshes);
        members = Map.copyOf(members);
        limits = List.copyOf(limits);
    }

    /** The same with other NetworkPolicies. */
    public PolicyModel withNetworkPolicies(List<NetworkPolicy> others) {
        return new PolicyModel(
                others,
                adminPolicies,
                peerAuthentications,
                authorizationPolicies,
                gatewayServers,
                waypoints,
                meshes,
                members,
                visible,
                routing,
                limits);
    }

    /** The same with other policies of administrators. */
    public PolicyModel withAdminPolicies(List<AdminPolicy> others) {
        return new PolicyModel(
                networkPolicies,
                others,
                peerAuthentications,
                authorizationPolicies,
                gatewayServers,
                waypoints,
                meshes,
                members,
                visible,
                routing,
                limits);
    }

    /** The same with other waypoints. */
    public PolicyModel withWaypoints(List<Waypoint> others) {
        return new PolicyModel(
                networkPolicies,
                adminPolicies,
                peerAuthentications,
                authorizationPolicies,
                gatewayServers,
                others,
                meshes,
                members,
                visible,
                routing,
                limits);
    }

    /** The same with other namespaces in meshes by a roll. */
    public PolicyModel withMembers(Map<String, MeshSettings> others) {
        return new PolicyModel(
                networkPolicies,
                adminPolicies,
                peerAuthentications,
                authorizationPolicies,
                gatewayServers,
                waypoints,
                meshes,
                others,
                visible,
                routing,
                limits);
    }

    /** The same without anything that closes the network. */
    public PolicyModel withoutNetworkPolicies() {
        return new PolicyModel(
                List.of(),
                List.of(),
                peerAuthentications,
                authorizationPolicies,
                gatewayServers,
                waypoints,
                meshes,
                members,
                visible,
                routing,
                limits);
    }

    /** The same with other PeerAuthentications and AuthorizationPolicies. */
    public PolicyModel withMeshPolicies(List<PeerAuthentication> modes, List<AuthorizationPolicy> admissions) {
        return new PolicyModel(
                networkPolicies,
                adminPolicies,
                modes,
                admissions,
                gatewayServers,
                waypoints,
                meshes,
                members,
                visible,
                routing,
                limits);
    }
}
