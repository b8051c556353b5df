package dev.tenantmesh.verifier.reach.client;

import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.client.Sending.Kind;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.reach.mesh.MeshLayer;
import dev.tenantmesh.verifier.reach.visible.KnownHost;
import dev.tenantmesh.verifier.world.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What proxies send where no DestinationRule says it: mutual TLS to a pod that is marked to take it, unless a
 * PeerAuthentication turns that off for the port; else plaintext. Injection marks pods with a proxy, and no gateways.
 *
 * @param mesh for what stands in front of pods
 * @see <a href="https://github.com/istio/istio/blob/master/pilot/pkg/xds/endpoints/mtls_checker.go">mtls_checker.go</a>
 */
record AutoMutualTls(MeshLayer mesh) {

    private static final String MARK = "security.istio.io/tlsMode";

    List<Sending> of(MeshSettings client, Pod destination, int port) {
        if (!client.visibility().autoMtls()) {
            return List.of(Sending.certain(
                    Kind.PLAINTEXT,
                    "mesh " + client.name() + " does not use mutual TLS of itself",
                    client.visibility().originOf("enableAutoMtls")));
        }
        if (mesh.enrollment(destination).plane() == DataPlane.AMBIENT) {
            return inTunnel(client, "whether a pod's proxy speaks to the proxy of a node");
        }
        String mark = destination
                .labels()
                .getOrDefault(MARK, mesh.enrollment(destination).plane() == DataPlane.SIDECAR ? "istio" : "disabled");
        if (!mark.equals("istio")) {
            String because = destination.id() + " is not marked to take mutual TLS";
            return List.of(Sending.certain(Kind.PLAINTEXT, because, destination.origin()));
        }
        Set<PeerAuthentication.Mode> modes = mesh.modes(destination, port);
        List<Sending> all = new ArrayList<>();
        if (modes.contains(PeerAuthentication.Mode.DISABLE)) {
            all.add(Sending.certain(Kind.PLAINTEXT, "a PeerAuthentication says DISABLE", destination.origin()));
        }
        if (!modes.equals(Set.of(PeerAuthentication.Mode.DISABLE))) {
            String because = "no DestinationRule says otherwise, and " + destination.id() + " takes mutual TLS";
            all.add(Sending.certain(Kind.ISTIO_MTLS, because, destination.origin()));
        }
        return all;
    }

    /** What the proxy of a node sends; DestinationRules are not for it. */
    Stream<Sending> fromNode(Pod destination) {
        return switch (mesh.enrollment(destination).plane()) {
            case AMBIENT ->
                Stream.of(Sending.certain(
                        Kind.ISTIO_MTLS, "proxies of nodes speak mutual TLS to each other", destination.origin()));
            case SIDECAR ->
                inTunnel(
                        mesh.enrollment(destination).mesh().orElseThrow(),
                        "whether the proxy of a node speaks to a pod's proxy")
                        .stream();
            case NONE, GATEWAY ->
                Stream.of(Sending.certain(
                        Kind.PLAINTEXT, "no proxy of a node is in front of " + destination.id(), destination.origin()));
        };
    }

    private static List<Sending> inTunnel(MeshSettings settings, String question) {
        return settings.nodes().tunnels().isCertain()
                ? List.of(Sending.certain(Kind.ISTIO_MTLS, "mesh " + settings.name() + " has tunnels", null))
                : either(question + " is a setting of the installation");
    }

    /** What goes to a host outside the mesh. */
    static Sending outside(KnownHost host) {
        return Sending.certain(Kind.PLAINTEXT, host.source() + " is of a host outside the mesh", host.origin());
    }

    /** What goes to a host of the mesh whose pods no Service names. */
    static List<Sending> inside(KnownHost host) {
        return either("what is behind " + host.source() + " may take mutual TLS or not");
    }

    private static List<Sending> either(String because) {
        return List.of(Sending.certain(Kind.PLAINTEXT, because, null), Sending.certain(Kind.ISTIO_MTLS, because, null));
    }
}
