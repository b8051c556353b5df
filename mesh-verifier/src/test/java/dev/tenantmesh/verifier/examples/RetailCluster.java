package dev.tenantmesh.verifier.examples;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.Reachability;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The committed manifests of one platform in a cluster with their workloads, with everybody around them, and with pods
 * that somebody could make; and what the verifier says of every pair.
 */
final class RetailCluster {

    /** The namespaces of tenants, and whose they are. */
    static final Map<String, String> TENANTS = Map.of(
            "payments-prod", "payments",
            "inventory-prod", "inventory",
            "inventory-batch", "inventory",
            "inventory-gateway", "inventory",
            "web-prod", "web",
            "web-ingress", "web",
            "catalog-prod", "catalog",
            "analytics-jobs", "analytics");

    /** The namespaces in which the mesh's own gateways are. */
    static final Set<String> GATEWAYS = Set.of("retail-ingress", "retail-egress");

    /** The namespaces of control planes. */
    static final Set<String> CONTROL_PLANES = Set.of("retail-mesh", "analytics-mesh");

    private final Reachability hostile;
    private final Reachability behaved;
    private final Inhabitants inhabitants;
    private final List<GatewayServer> servers;

    private RetailCluster(MeshVerifier verifier, Inhabitants inhabitants) {
        Set<String> all = verifier.world().namespaces().keySet();
        this.hostile = reachability(verifier, Adversary.HOSTILE_SOURCE, all);
        this.behaved = reachability(verifier, Adversary.ACCIDENT, all);
        this.inhabitants = inhabitants;
        this.servers = verifier.policies().gatewayServers();
    }

    private static Reachability reachability(MeshVerifier verifier, Adversary adversary, Set<String> all) {
        return new Reachability(
                verifier.world(),
                verifier.policies(),
                verifier.profile(),
                adversary,
                namespace -> neighbours(namespace, all));
    }

    /** Whoever is no tenant and not the meshes' owner is one enemy. */
    private static Set<String> neighbours(String namespace, Set<String> all) {
        return Stream.concat(
                        Stream.of(namespace),
                        all.stream().filter(other -> owner(other).equals(owner(namespace))))
                .collect(Collectors.toSet());
    }

    private static String owner(String namespace) {
        boolean ofMesh = GATEWAYS.contains(namespace) || CONTROL_PLANES.contains(namespace);
        return ofMesh ? "platform" : TENANTS.getOrDefault(namespace, "somebody else");
    }

    static RetailCluster on(Platform platform) {
        MeshVerifier verifier = verifier(platform);
        return new RetailCluster(verifier, Inhabitants.of(platform, verifier));
    }

    /** The manifests of a platform with everybody in its cluster. */
    static MeshVerifier verifier(Platform platform) {
        Problems problems = new Problems();
        MeshVerifier read =
                MeshVerifier.read(List.of(platform.manifests()), LoadOptions.DEFAULT, platform.profile(), problems);
        problems.throwIfErrors();
        World declared = read.world();
        Map<String, Namespace> namespaces = new TreeMap<>(declared.namespaces());
        Foreigners.namespaces(platform).forEach(namespace -> namespaces.put(namespace.name(), namespace));
        namespaces.computeIfPresent("inventory-batch", (name, written) -> labelledByHand(platform, written));
        List<Pod> pods = new ArrayList<>(declared.pods());
        pods.addAll(Inhabitants.workloads(platform, namespaces));
        pods.addAll(Foreigners.pods(platform, namespaces));
        World world = new World(new TreeMap<>(namespaces), pods, declared.services());
        return new MeshVerifier(world, read.policies(), read.profile());
    }

    /** No manifest declares the Namespace of inventory-batch, so its owner labels it, where the mesh asks for labels. */
    private static Namespace labelledByHand(Platform platform, Namespace written) {
        Map<String, String> labels = new TreeMap<>(written.labels());
        if (!platform.podsAskForProxies()) {
            labels.put("tenantmesh.dev/mesh", "retail");
            labels.put("istio.io/rev", "retail");
        }
        return Namespace.of(written.name(), labels, written.origin());
    }

    /** Every pair of which one end at least is a pod of a mesh. */
    Stream<Pair> pairs() {
        List<Endpoint> sources = inhabitants.sources();
        Stream<Pair> inwards = inhabitants.destinations().stream()
                .flatMap(destination -> Stream.concat(
                                sources.stream(), hostile.strangers().admittedBy(destination).stream())
                        .distinct()
                        .map(source -> new Pair(source, destination)));
        Stream<Pair> outwards = sources.stream()
                .filter(inhabitants::isOfMesh)
                .flatMap(source -> inhabitants.outside().stream().map(destination -> new Pair(source, destination)));
        return Stream.concat(inwards, outwards);
    }

    /** What every gateway serves, each host for the routes of one namespace. */
    List<String> servers() {
        return servers.stream()
                .map(server -> server.namespace() + "/" + server.gateway() + ": " + server.tls() + " for "
                        + String.join(", ", server.hosts()))
                .toList();
    }

    /** Two ends. */
    record Pair(Endpoint source, Endpoint destination) {}

    /** Every way that may be open to a source whose owner does what they can. */
    Set<Passage> open() {
        Set<Passage> open = new LinkedHashSet<>();
        pairs().forEach(pair -> portsBetween(pair)
                .forEach(ports -> ask(Adversary.HOSTILE_SOURCE, pair, ports.representative()).ways().stream()
                        .filter(way -> way.isOpen().isPossible())
                        .map(way -> new Passage(pair.source(), pair.destination(), ports, way))
                        .forEach(open::add)));
        return open;
    }

    List<PortRange> portsBetween(Pair pair) {
        return hostile.portsBetween(pair.source(), pair.destination());
    }

    Verdict ask(Adversary adversary, Pair pair, Port port) {
        Reachability asked = adversary == Adversary.ACCIDENT ? behaved : hostile;
        return asked.ask(pair.source(), pair.destination(), port);
    }
}
