package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.mesh.EastWestGateway;
import dev.tenantmesh.model.mesh.EgressGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.Shadow;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Waypoint;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One mesh on one platform: its tenants, their places, and what holds there. */
final class MeshScope {

    /** The namespace of the proxies of nodes. */
    static final String ZTUNNEL = "ztunnel";

    private final MeshModel model;
    private final Platform platform;
    private final Mesh mesh;
    private final EffectiveSettings settings;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Set<String> ambient;
    private final Party.Pods members;
    private final Set<Party.Pods> waypoints;
    private final Set<Party.Pods> gateways;

    MeshScope(MeshModel model, Platform platform, Mesh mesh) {
        this.model = model;
        this.platform = platform;
        this.mesh = mesh;
        this.settings = new EffectiveSettings(platform, mesh);
        model.tenantsOf(mesh).stream().flatMap(this::places).forEach(place -> places.put(place.name(), place));
        this.ambient = places().stream()
                .filter(this::isAmbient)
                .map(Place::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> names = new TreeSet<>(places.keySet());
        names.addAll(ownNamespaces());
        this.members = new Party.Pods(names, LabelSelector.EVERYTHING, "members of mesh " + mesh.name());
        this.waypoints = places().stream()
                .flatMap(
                        place -> Stream.ofNullable(place.namespace().waypoint()).map(waypoint -> pods(place, waypoint)))
                .collect(Collectors.toSet());
        this.gateways = findGateways();
    }

    MeshModel model() {
        return model;
    }

    Mesh mesh() {
        return mesh;
    }

    Platform platform() {
        return platform;
    }

    ClusterParts parts() {
        return new ClusterParts(platform);
    }

    EffectiveSettings settings() {
        return settings;
    }

    /** What is not enforced yet. */
    Optional<Shadow> shadow() {
        return mesh.shadowOn(platform);
    }

    /** Whether a namespace is not enforced yet. */
    boolean isShadow(Place place) {
        return shadow().filter(some -> some.namespaces().contains(place.name())).isPresent();
    }

    /** The tenants that manifests are made for. */
    List<Tenant> tenants() {
        return model.tenantsOf(mesh).stream().filter(model::renders).toList();
    }

    Collection<Place> places() {
        return places.values();
    }

    /** The namespace of a tenant that has a name. */
    Optional<Place> place(String name) {
        return Optional.ofNullable(places.get(name));
    }

    Stream<Place> places(Tenant tenant) {
        return tenant.namespaces().stream()
                .map(namespace -> new Place(
                        tenant, namespace, settings.boundary(tenant, namespace).effective()));
    }

    /** The pods of a workload. */
    static Party.Pods pods(Place place, Workload workload) {
        return ClusterParts.pods(place.name(), workload.selector(), place.name() + "/" + workload.name());
    }

    /** The pods of a waypoint. */
    static Party.Pods pods(Place place, Waypoint waypoint) {
        return ClusterParts.pods(place.name(), waypoint.podLabels(), place.name() + "/" + waypoint.name());
    }

    Boundary boundary(Place place, Workload workload) {
        return settings.boundary(place.tenant(), place.namespace(), workload).effective();
    }

    /** The pod ports of a workload. */
    static List<Integer> ports(Workload workload) {
        return workload.ports().stream()
                .map(ServicePort::podPort)
                .distinct()
                .sorted()
                .toList();
    }

    /** Those of its ports on which nobody has to show an identity. */
    List<Integer> plaintextPorts(Place place, Workload workload) {
        return ports(workload).stream()
                .filter(port -> mode(place, workload, port) != MtlsMode.STRICT)
                .toList();
    }

    /** Whether nobody has to show an identity to pods of a namespace that no workload describes. */
    boolean admitsPlaintext(Place place) {
        return settings.mtls(place.tenant(), place.namespace()).effective() != MtlsMode.STRICT;
    }

    /** Those of its ports on which nobody can show one. */
    List<Integer> disabledPorts(Place place, Workload workload) {
        return ports(workload).stream()
                .filter(port -> mode(place, workload, port) == MtlsMode.DISABLE)
                .toList();
    }

    private MtlsMode mode(Place place, Workload workload, int port) {
        return settings.mtls(place.tenant(), place.namespace(), workload, port).effective();
    }

    /** What it has to do with other clusters. */
    ClusterScope clusters() {
        return new ClusterScope(model, platform, mesh);
    }

    /** Namespaces that belong to the mesh itself, beside its control plane's. */
    Set<String> ownNamespaces() {
        return Stream.of(
                        mesh.gateways().stream().map(SharedGateway::namespace),
                        mesh.egressGateways().stream().map(EgressGateway::namespace),
                        clusters().servings().stream()
                                .map(serving -> serving.gateway().namespace()),
                        clusters().eastWest().stream().map(EastWestGateway::namespace))
                .flatMap(names -> names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every namespace of a tenant. */
    static Party.Pods everyPod(Tenant tenant) {
        Set<String> names =
                tenant.namespaces().stream().map(TenantNamespace::name).collect(Collectors.toSet());
        return new Party.Pods(names, LabelSelector.EVERYTHING, "tenant " + tenant.name());
    }

    /** Every namespace that follows the control plane. */
    Party.Pods members() {
        return members;
    }

    Party.Pods controlPlane() {
        return ClusterParts.pods(mesh.controlPlane().namespace(), Map.of(), "the control plane of mesh " + mesh.name());
    }

    Party.Pods istiod() {
        return ClusterParts.pods(
                mesh.controlPlane().namespace(), Map.of("app", "istiod"), "istiod of mesh " + mesh.name());
    }

    /** The proxies of nodes. */
    Party.Pods ztunnel() {
        return ClusterParts.pods(ZTUNNEL, Map.of("app", "ztunnel"), "the proxies of nodes");
    }

    /** Every pod of their namespace. */
    Party.Pods everyZtunnel() {
        return ClusterParts.pods(ZTUNNEL, Map.of(), "namespace " + ZTUNNEL);
    }

    boolean isAmbient(Place place) {
        return settings.dataPlane(place.namespace()) == DataPlane.AMBIENT;
    }

    /** The namespaces of its tenants that have their proxies on nodes. */
    Set<String> ambient() {
        return ambient;
    }

    /** Whether any of its tenants' namespaces has its proxies on nodes. */
    boolean hasAmbient() {
        return !ambient.isEmpty();
    }

    /** The pods of every gateway, and of every waypoint. */
    Set<Party.Pods> gateways() {
        return gateways;
    }

    private Set<Party.Pods> findGateways() {
        return Stream.of(
                        model.tenantsOf(mesh).stream()
                                .flatMap(tenant -> tenant.gateways().stream())
                                .map(gateway -> GatewayOpenings.Pods.of(gateway).pods()),
                        mesh.gateways().stream()
                                .map(gateway -> GatewayOpenings.Pods.of(gateway).pods()),
                        mesh.egressGateways().stream().map(GatewayOpenings.Pods::of),
                        waypoints.stream())
                .flatMap(pods -> pods)
                .collect(Collectors.toSet());
    }

    /** The pods of every waypoint. */
    Set<Party.Pods> waypoints() {
        return waypoints;
    }

    /** Those who have a proxy of their own or are one: whole namespaces, and gateways in others. */
    List<Party.Pods> proxied() {
        if (ambient.isEmpty()) {
            return List.of(members());
        }
        Set<String> others = new TreeSet<>(members().namespaces());
        others.removeAll(ambient);
        return Stream.concat(
                        others.isEmpty()
                                ? Stream.of()
                                : Stream.of(new Party.Pods(
                                        others, LabelSelector.EVERYTHING, "members of mesh " + mesh.name())),
                        gateways().stream()
                                .filter(gateway -> ambient.containsAll(gateway.namespaces()))
                                .sorted(Comparator.comparing(Party.Pods::title)))
                .toList();
    }

    /** The grants of platform and mesh, of one direction. */
    Stream<PeerGrant> grants(PeerGrant.Direction direction) {
        return Stream.concat(platform.grants().stream(), mesh.grants().stream())
                .filter(grant -> grant.direction() == direction);
    }
}
