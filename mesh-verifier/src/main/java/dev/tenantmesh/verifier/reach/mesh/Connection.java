package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Port;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy sees of a connection before it lets it through.
 *
 * @param source who opens it
 * @param identity whom the source showed a certificate for; null in plaintext
 * @param port of the pod behind the proxy
 * @param protocol what the proxy takes the connection for
 * @param profile how the cluster gives addresses
 */
record Connection(
        Endpoint source, @Nullable Identity identity, Port port, AppProtocol protocol, ClusterProfile profile) {

    /** What a proxy takes a connection for, by what a Service says of its port. */
    enum AppProtocol {
        /** Bytes: there is no request to look into. */
        TCP,
        /** Requests. */
        HTTP,
        /** Nobody says; the client chooses by what it sends first. */
        EITHER
    }
}
