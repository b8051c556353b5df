package dev.tenantmesh.generator.reach;

import dev.tenantmesh.generator.reach.PeerAuthentication.MutualTls;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the proxy of a destination lets through to its application. */
final class ProxyRules {

    /** Ports of the agent: never redirected to the proxy. */
    private static final Set<Integer> AGENT = Set.of(15020, 15021, 15090);

    private final Cluster cluster;
    private final IdentityHashMap<Endpoint, List<AuthorizationPolicy>> authorization = new IdentityHashMap<>();

    ProxyRules(Cluster cluster) {
        this.cluster = cluster;
    }

    boolean accept(Endpoint destination, Port port, Mode mode) {
        if (!isCaptured(destination, port)) {
            return mode.isPlaintext();
        }
        return authenticates(destination, port, mode)
                && serverNames(destination).stream().anyMatch(name -> authorizes(destination, port, mode, name));
    }

    /** Whether a client gets through that asks for this name. */
    boolean accept(Endpoint destination, Port port, Mode mode, String serverName) {
        return authenticates(destination, port, mode) && authorizes(destination, port, mode, serverName);
    }

    /** The names that policies of a pod tell apart, another one, and none. */
    Set<String> serverNames(Endpoint destination) {
        Set<String> names = new TreeSet<>(Set.of("", "other.example"));
        policies(destination).forEach(policy -> policy.serverNames().forEach(names::add));
        return names;
    }

    String explain(Endpoint destination, Port port, Mode mode) {
        if (!isCaptured(destination, port)) {
            return "no proxy in between";
        }
        List<String> deciding = policies(destination).stream()
                .filter(policy -> serverNames(destination).stream().anyMatch(name -> policy.matches(mode, port, name)))
                .map(AuthorizationPolicy::file)
                .toList();
        return mode(destination, port.number()) + ", matched by " + deciding + " of "
                + policies(destination).stream().map(AuthorizationPolicy::file).toList();
    }

    /** Whether a pod's own proxy speaks mutual TLS to this port. */
    boolean expectsMutualTls(Endpoint destination, Port port) {
        if (!isCaptured(destination, port)) {
            return false;
        }
        return destination.proxy() == Endpoint.Proxy.GATEWAY
                ? cluster.asksForIdentity(destination)
                : mode(destination, port.number()) != MutualTls.DISABLE;
    }

    /** The mode of a port: of the pod's own policy, else its namespace's, else the mesh's, else PERMISSIVE. */
    MutualTls mode(Endpoint pod, int port) {
        Mesh mesh = cluster.mesh(pod.namespace()).orElseThrow();
        boolean inRoot = pod.namespace().equals(mesh.rootNamespace());
        Optional<PeerAuthentication> own =
                inRoot ? Optional.empty() : one(pod.namespace(), policy -> !policy.isForAll() && policy.selects(pod));
        MutualTls outer = ofAll(pod.namespace()).or(ofMesh(mesh)).or(MutualTls.PERMISSIVE);
        MutualTls ofPod =
                own.map(PeerAuthentication::mode).orElse(MutualTls.UNSET).or(outer);
        return own.map(policy -> policy.ports().getOrDefault(port, MutualTls.UNSET))
                .orElse(MutualTls.UNSET)
                .or(ofPod);
    }

    private boolean isCaptured(Endpoint destination, Port port) {
        return destination.isPod()
                && destination.proxy() != Endpoint.Proxy.NONE
                && cluster.mesh(destination.namespace()).isPresent()
                && port.isTcp()
                && !AGENT.contains(port.number());
    }

    private boolean authenticates(Endpoint destination, Port port, Mode mode) {
        if (destination.proxy() == Endpoint.Proxy.GATEWAY) {
            return cluster.asksForIdentity(destination) ? isOfMesh(mode, destination) : mode.isPlaintext();
        }
        MutualTls expected = mode(destination, port.number());
        return mode.isPlaintext()
                ? expected != MutualTls.STRICT
                : expected != MutualTls.DISABLE && isOfMesh(mode, destination);
    }

    private boolean isOfMesh(Mode mode, Endpoint destination) {
        return mode.isOfTrustDomain(
                cluster.mesh(destination.namespace()).orElseThrow().trustDomain());
    }

    private boolean authorizes(Endpoint destination, Port port, Mode mode, String serverName) {
        boolean hasAllow = false;
        boolean allowed = false;
        for (AuthorizationPolicy policy : policies(destination)) {
            boolean matches = policy.matches(mode, port, serverName);
            if (policy.denies() && matches) {
                return false;
            }
            hasAllow |= !policy.denies();
            allowed |= !policy.denies() && matches;
        }
        return allowed || !hasAllow;
    }

    private List<AuthorizationPolicy> policies(Endpoint destination) {
        return authorization.computeIfAbsent(destination, cluster::authorizationPolicies);
    }

    private MutualTls ofMesh(Mesh mesh) {
        MutualTls written = ofAll(mesh.rootNamespace());
        if (written != MutualTls.UNSET && mesh.mode() != MutualTls.UNSET) {
            throw new NotUnderstood(mesh.rootNamespace() + " has a mode, and its operator writes one, too");
        }
        return mesh.mode().or(written);
    }

    private MutualTls ofAll(String namespace) {
        return one(namespace, PeerAuthentication::isForAll)
                .map(PeerAuthentication::mode)
                .orElse(MutualTls.UNSET);
    }

    /** The one policy of a scope. Of several the oldest counts, which no manifest tells. */
    private Optional<PeerAuthentication> one(String namespace, Predicate<PeerAuthentication> scope) {
        List<PeerAuthentication> found =
                cluster.peerAuthentications(namespace).filter(scope).toList();
        if (found.size() > 1) {
            throw new NotUnderstood("more than one for the same pods: " + found);
        }
        return found.stream().findFirst();
    }
}
