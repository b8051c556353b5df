package dev.tenantmesh.verifier.reach.gateway;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.gatewayapi.ApiGateway;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.forward.Listener;
import dev.tenantmesh.verifier.reach.forward.Relay;
import dev.tenantmesh.verifier.reach.mesh.EnrollmentRules;
import dev.tenantmesh.verifier.reach.mesh.Listeners;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Satisfying;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which pods are gateways for which servers. A Gateway whose pods are in no manifest has some all the same, and it is not
 * known where.
 */
final class GatewayPods {

    private final World world;
    private final Listeners listeners;
    private final EnrollmentRules enrollments;
    private final Set<String> scoped;
    private final Map<Served, Listener> all = new LinkedHashMap<>();

    /**
     * A port of a gateway that a server stands behind.
     *
     * @param relay the gateway
     * @param server the server
     * @param port the port of the pods
     */
    record Served(Relay relay, GatewayServer server, int port) {}

    GatewayPods(World world, PolicyModel policies) {
        this.world = world;
        this.listeners = new Listeners(world, policies.gatewayServers());
        this.enrollments = new EnrollmentRules(policies.meshes(), policies.members());
        this.scoped = policies.routing().scopedMeshes();
        Map<GatewayServer, List<Pod>> pods = podsOf(policies.gatewayServers());
        policies.gatewayServers().forEach(server -> add(server, pods.getOrDefault(server, List.of())));
        policies.routing().gateways().stream()
                .filter(gateway -> !gateway.isOfIstio() && !gateway.className().equals(ApiGateway.WAYPOINT))
                .forEach(this::addUnknown);
    }

    /** Every listener with its server, in a stable order. */
    Map<Served, Listener> listeners() {
        return all;
    }

    /**
     * Whether a gateway is told of routes that do not say whom they are for: those of the Gateway API cannot say it, so the
     * default of the mesh for VirtualServices counts. That is in no documentation: where it closes, it is not certain.
     */
    Truth toldOf(Relay relay, String routes) {
        Pod pod = relay.pod();
        boolean told = enrollments
                .of(pod)
                .mesh()
                .map(mesh -> mesh.visibility()
                        .virtualServices()
                        .reaches(routes, pod.namespace().name()))
                .orElse(true);
        return told ? Truth.YES : Truth.MAYBE;
    }

    /** Whether only Gateways of its own namespace count for a pod. */
    boolean isScoped(Pod pod) {
        return enrollments
                .of(pod)
                .mesh()
                .map(MeshSettings::name)
                .map(scoped::contains)
                .orElse(false);
    }

    private Map<GatewayServer, List<Pod>> podsOf(List<GatewayServer> servers) {
        Map<String, List<GatewayServer>> byNamespace =
                servers.stream().collect(Collectors.groupingBy(GatewayServer::namespace));
        Map<GatewayServer, List<Pod>> found = new HashMap<>();
        for (Pod pod : world.pods()) {
            List<GatewayServer> meant =
                    isScoped(pod) ? byNamespace.getOrDefault(pod.namespace().name(), List.of()) : listeners.of(pod);
            meant.stream()
                    .filter(server -> server.selects(pod))
                    .forEach(server -> found.computeIfAbsent(server, absent -> new ArrayList<>())
                            .add(pod));
        }
        return found;
    }

    private void add(GatewayServer server, List<Pod> pods) {
        List<Relay> relays = new ArrayList<>();
        pods.forEach(pod -> relay(server, pod).ifPresent(relays::add));
        if (relays.isEmpty()) {
            relays.add(Relay.unknown(Relay.Kind.GATEWAY, somewhere(server)));
        }
        for (Relay relay : relays) {
            listeners.podPorts(relay.pod(), server.port()).stream().sorted().forEach(port -> {
                Served served = new Served(relay, server, port);
                all.put(served, listener(served));
            });
        }
    }

    /** A Gateway of a class that is none of Istio's: somebody carries it out, and it is not known who. */
    private void addUnknown(ApiGateway gateway) {
        Map<String, String> nothing = Map.of();
        Pod pod = new Pod(
                Namespace.possible(nothing),
                "(pods of the Gateway " + gateway.namespace() + "/" + gateway.name() + ")",
                Pod.POSSIBLE,
                new TreeMap<>(nothing),
                new TreeMap<>(nothing),
                "default",
                false,
                List.of(),
                null);
        Relay relay = Relay.unknown(Relay.Kind.GATEWAY, pod);
        gateway.servers().forEach(server -> {
            Served served = new Served(relay, server, server.port());
            all.put(served, listener(served));
        });
    }

    /** Pods that do not say that they are gateways may be some if a Gateway means them by their labels. */
    private static Optional<Relay> relay(GatewayServer server, Pod pod) {
        if (EnrollmentRules.isGateway(pod)) {
            return Optional.of(Relay.of(Relay.Kind.GATEWAY, pod));
        }
        return server.pods().isEverything()
                ? Optional.empty()
                : Optional.of(new Relay(Relay.Kind.GATEWAY, pod, List.of(pod), Truth.MAYBE));
    }

    private Pod somewhere(GatewayServer server) {
        Namespace home = server.home().flatMap(world::namespace).orElse(Namespace.possible(Map.of()));
        LabelSelector selector = server.pods();
        return Pod.possible(home, Satisfying.all(List.of(selector)).orElse(new TreeMap<>()), Map.of());
    }

    private static Listener listener(Served served) {
        GatewayServer server = served.server();
        Listener.Carries carries = server.isPassthrough()
                ? Listener.Carries.TLS
                : server.carriesBytes() ? Listener.Carries.BYTES : Listener.Carries.NOTHING;
        return new Listener(
                served.relay(),
                server.id(),
                Port.tcp(served.port()),
                server.tls(),
                server.bindings().stream()
                        .map(GatewayServer.Binding::host)
                        .distinct()
                        .toList(),
                carries,
                server.isMutual() && served.relay().known().isCertain(),
                server.origin());
    }
}
