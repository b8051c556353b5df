package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import dev.tenantmesh.verifier.reach.mesh.AuthenticationLayer.Setting;
import dev.tenantmesh.verifier.reach.mesh.Connection.AppProtocol;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Step.Layer;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known of one port behind a proxy before anybody comes.
 *
 * @param capture whether connections to it go through the proxy
 * @param plaintext whether a peer without an identity is let in
 * @param identity whether a peer can show an identity
 * @param protocol what the proxy takes its connections for
 * @param unasked why nobody who shows no identity is asked for an authorization; empty: everybody is
 */
record Door(Capture capture, Step plaintext, Step identity, AppProtocol protocol, Optional<Step> unasked) {

    /** The port of a pod that is no gateway. */
    static Door of(Capture capture, Set<Setting> settings, AppProtocol protocol) {
        return new Door(
                capture,
                authentication(settings, Setting::admitsPlaintext),
                authentication(settings, Setting::admitsIdentities),
                protocol,
                Optional.empty());
    }

    /** The port of a gateway, on which its servers listen. */
    static Door of(Capture capture, Pod pod, List<GatewayServer> servers, AppProtocol protocol) {
        return new Door(
                capture,
                Listeners.ask(pod, servers, false),
                Listeners.ask(pod, servers, true),
                protocol,
                servers.stream().filter(GatewayServer::isAutomatic).findFirst().map(Door::unasked));
    }

    /** @see <a href="https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/gateway.go">its filter chains</a> */
    private static Step unasked(GatewayServer automatic) {
        String because = "a server with TLS AUTO_PASSTHROUGH asks no AuthorizationPolicy";
        return Step.of(Layer.AUTHORIZATION, Truth.YES, because, automatic.origin());
    }

    private static Step authentication(Set<Setting> settings, Function<Setting, Truth> admits) {
        Set<Truth> truths = settings.stream().map(admits).collect(Collectors.toSet());
        Truth admitted = truths.size() == 1 ? truths.iterator().next() : Truth.MAYBE;
        Setting first = settings.iterator().next();
        String because = settings.size() == 1
                ? first.because()
                : "it is not certain what counts: "
                        + settings.stream().map(Setting::because).sorted().collect(Collectors.joining(", "));
        return Step.of(Layer.AUTHENTICATION, admitted, because, first.origin());
    }
}
