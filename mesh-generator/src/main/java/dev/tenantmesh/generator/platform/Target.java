package dev.tenantmesh.generator.platform;

import dev.tenantmesh.generator.platform.PlatformProfile.Attachment;
import dev.tenantmesh.model.Placement;
import dev.tenantmesh.model.Placement.Role;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.AdminPolicies;
import dev.tenantmesh.model.platform.Cni;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.Dns;
import dev.tenantmesh.model.platform.Monitoring;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One platform as planners see it: what its owners wrote, completed by what its distribution ships and what its
 * product can do.
 *
 * @param platform what its owners wrote
 * @param profile what its product can do
 * @param placement which of several clusters it is; absent: it is the only one
 */
public record Target(Platform platform, PlatformProfile profile, Optional<Placement> placement) {

    private static final int API_SERVER_PORT = 6443;
    private static final String ZTUNNEL = "ztunnel";
    private static final List<Integer> MERGED_METRICS = List.of(15_020);

    private SystemParts system() {
        return SystemParts.of(platform.distribution().type());
    }

    /** What this cluster is for a mesh. */
    public Role role(Mesh mesh) {
        return placement.map(where -> where.role(mesh)).orElse(Role.PRIMARY);
    }

    /** The other clusters whose members a primary here serves, and whose objects it reads here. */
    public List<Target> servedFromHere(Mesh mesh) {
        return placement.stream()
                .filter(where -> where.role(mesh) == Role.PRIMARY && where.servesOthers(mesh))
                .flatMap(where -> where.othersOf(mesh).stream()
                        .map(cluster -> new Placement(where.whole(), where.platform(), cluster)))
                .map(where -> new Target(where.platform().of(where.cluster()), profile, Optional.of(where)))
                .toList();
    }

    /** The addresses of the gateway before a control plane in another cluster. */
    public List<Peer> controlPlaneAddresses(Mesh mesh) {
        return placement.flatMap(where -> where.gatewayOf(mesh)).stream()
                .flatMap(gateway -> gateway.addresses().stream())
                .sorted()
                .map(cidr -> (Peer) new Peer.Addresses(cidr))
                .toList();
    }

    /** The addresses by which the other clusters of a mesh are seen here, sorted. */
    public List<String> seenFrom(Mesh mesh) {
        return placement.stream()
                .flatMap(where -> where.othersOf(mesh).stream())
                .flatMap(cluster -> cluster.egressCIDRs().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The API servers that the control plane of a mesh watches in other clusters than this, with their ports. */
    public SortedMap<Integer, List<Peer>> watchedApiServers(Mesh mesh) {
        SortedMap<Integer, List<Peer>> watched = new TreeMap<>();
        placement.ifPresent(where -> where.clustersOf(mesh).stream()
                .filter(cluster -> !cluster.equals(where.cluster()))
                .forEach(cluster -> cluster.apiServerCIDRs().stream()
                        .sorted()
                        .forEach(cidr -> watched.computeIfAbsent(
                                        Objects.requireNonNullElse(cluster.apiServerPort(), API_SERVER_PORT),
                                        port -> new ArrayList<>())
                                .add(new Peer.Addresses(cidr)))));
        return watched;
    }

    /** The DNS pods. */
    public Peer dns() {
        Dns dns = platform.network().dns();
        return dns == null ? system().dns() : new Peer.Named(dns.namespace(), dns.podSelector());
    }

    /** The DNS pods' own port. */
    public int dnsPort() {
        Dns dns = platform.network().dns();
        Integer port = dns == null ? null : dns.port();
        return port == null ? system().dnsPort() : port;
    }

    /** The ingress router, if there is one. */
    public Optional<Peer> router() {
        Router router = platform.router();
        return router == null || router.namespaceLabels().isEmpty()
                ? system().router()
                : Optional.of(new Peer.Labelled(router.namespaceLabels(), router.podLabels()));
    }

    /** The label by which pods open themselves to the router. */
    public SortedMap<String, String> exposeLabel() {
        Router router = platform.router();
        return new TreeMap<>(
                router == null || router.exposeLabel().isEmpty() ? system().exposeLabel() : router.exposeLabel());
    }

    /** Who scrapes metrics, if anyone. */
    public Optional<Monitoring> monitoring() {
        return Optional.ofNullable(platform.monitoring()).or(() -> system().monitoring());
    }

    /** The proxies' ports that are scraped. */
    public List<Integer> scrapedPorts() {
        return monitoring()
                .map(Monitoring::ports)
                .filter(ports -> !ports.isEmpty())
                .orElse(MERGED_METRICS);
    }

    /** The peer that host-network sources such as the API server match, where the network plugin has one. */
    public Optional<Peer> hostNetwork() {
        return platform.network().cni() == Network.Cni.OVN_KUBERNETES ? system().hostNetwork() : Optional.empty();
    }

    /** Who calls webhooks: the API server, as the network plugin shows it; none if that may be anyone. */
    public List<Peer> webhookCallers() {
        return hostNetwork().isPresent()
                ? List.of(hostNetwork().get())
                : platform.network().nodeCIDRs().stream()
                        .sorted()
                        .map(cidr -> (Peer) new Peer.Addresses(cidr))
                        .toList();
    }

    /** The API server's addresses. */
    public List<Peer> apiServer() {
        return platform.network().apiServerCIDRs().stream()
                .sorted()
                .map(cidr -> (Peer) new Peer.Addresses(cidr))
                .toList();
    }

    public int apiServerPort() {
        Integer port = platform.network().apiServerPort();
        return port == null ? API_SERVER_PORT : port;
    }

    /** What the control plane of a mesh is called here, which is also the revision that namespaces follow. */
    public String revision(Mesh mesh) {
        return mesh.controlPlaneOn(platform);
    }

    /** By which Gateways of the Gateway API are its own; none of the default revision. */
    public SortedMap<String, String> revisionLabels(Mesh mesh) {
        SortedMap<String, String> labels = new TreeMap<>();
        if (!revision(mesh).equals("default")) {
            labels.put("istio.io/rev", revision(mesh));
        }
        return labels;
    }

    /** The labels of istiod's pods. */
    public SortedMap<String, String> istiodLabels() {
        return new TreeMap<>(Map.of("app", "istiod"));
    }

    /** The namespace of the proxies of nodes. */
    public String ztunnelNamespace() {
        return ZTUNNEL;
    }

    /** The labels of the proxies of nodes. */
    public SortedMap<String, String> ztunnelLabels() {
        return new TreeMap<>(Map.of("app", ZTUNNEL));
    }

    /**
     * Whence the kubelet's probes come to pods whose proxy is that of the node, which rewrites their address.
     *
     * @see <a href="https://istio.io/latest/docs/ambient/usage/networkpolicy/">health probes in ambient</a>
     */
    public List<Peer> probes() {
        boolean six = platform.network().podCIDRs().stream().anyMatch(cidr -> cidr.contains(":"));
        boolean four = !six || platform.network().podCIDRs().stream().anyMatch(cidr -> !cidr.contains(":"));
        return Stream.concat(
                        four ? Stream.of(new Peer.Addresses("169.254.7.127/32")) : Stream.of(),
                        six
                                ? Stream.of(new Peer.Addresses("fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128"))
                                : Stream.of())
                .map(address -> (Peer) address)
                .toList();
    }

    /** How a gateway is exposed here. */
    public Exposure.Type exposure(Exposure.Type wanted) {
        return wanted == Exposure.Type.ROUTE && !hasRoutes() && platform.routeSubstitute() != null
                ? Exposure.Type.LOAD_BALANCER
                : wanted;
    }

    /** Whether the distribution has Routes. */
    public boolean hasRoutes() {
        return platform.distribution().type() == Distribution.Type.OPENSHIFT;
    }

    /**
     * Whether the cluster has policies of administrators of a type.
     *
     * @see <a href="https://network-policy-api.sigs.k8s.io/implementations/">implementations</a>
     */
    public boolean hasAdminPolicies(AdminPolicies.Type type) {
        boolean first = type == AdminPolicies.Type.ADMIN_NETWORK_POLICY;
        return switch (platform.network().cni()) {
            case OVN_KUBERNETES ->
                first && (!hasRoutes() || platform.distribution().isAtLeast(4, 14));
            case CALICO -> !hasRoutes();
        };
    }

    /** Whether Multus calls the mesh's CNI plugin. */
    public boolean usesMultus() {
        Cni.Provider provider = platform.cni() == null ? null : platform.cni().provider();
        return provider == null ? hasRoutes() : provider == Cni.Provider.MULTUS;
    }

    /** The network attachment to commit to every application namespace, if one is needed and nobody else makes it. */
    public Optional<Attachment> committedNetworkAttachment() {
        return profile.attachment()
                .filter(attachment -> usesMultus())
                .filter(attachment ->
                        !attachment.operatorMakesIt() || wantedAttachment() == Cni.NetworkAttachment.COMMITTED);
    }

    public Cni.@Nullable NetworkAttachment wantedAttachment() {
        return platform.cni() == null ? null : platform.cni().networkAttachment();
    }

    /** The grants of the platform and of a mesh. */
    public List<PeerGrant> grants(Mesh mesh) {
        return Stream.concat(platform.grants().stream(), mesh.grants().stream()).toList();
    }

    /** A granted peer. */
    public Peer peer(PeerGrant.Peer peer) {
        return peer.namespace() == null
                ? new Peer.Addresses(String.valueOf(peer.cidr()))
                : new Peer.Named(peer.namespace(), peer.podSelector());
    }
}
