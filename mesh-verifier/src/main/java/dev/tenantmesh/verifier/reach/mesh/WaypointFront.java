package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.Routing;
import dev.tenantmesh.verifier.policy.mesh.Attribute;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.policy.mesh.Waypoint;
import dev.tenantmesh.verifier.policy.route.VirtualService;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.profile.MeshSettings.Product;
import dev.tenantmesh.verifier.reach.mesh.Connection.AppProtocol;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Step.Layer;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.Service;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A waypoint before a pod: which Services lead through it to the pod, and whom it lets through to each. It carries out policies
 * with a target alone, and its ports are those of Services. To a Service that is in no manifest, or to the pod itself, it may
 * lead as well; then only what is targeted at the whole waypoint, or at a Service of that name, keeps anybody from it.
 *
 * @see <a href="https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/waypoint.go">waypoint.go</a>
 */
public final class WaypointFront {

    private static final String NO_SERVICE = "";

    /** A port that no policy names. */
    private static final int UNNAMED_PORT = 1;

    private final World world;
    private final ClusterProfile profile;
    private final AuthorizationLayer authorization;
    private final Waypoint waypoint;
    private final Pod relay;
    private final Pod pod;
    private final Enrollment enrollment;
    private final List<MeshSettings> meshes;
    private final Routing routing;

    WaypointFront(MeshLayer.Parts parts, Waypoint waypoint, Pod relay, Pod pod) {
        this.world = parts.world();
        this.profile = parts.profile();
        this.authorization = parts.authorization();
        this.waypoint = waypoint;
        this.relay = relay;
        this.pod = pod;
        this.enrollment = parts.enrollments().of(relay);
        this.meshes = parts.meshes();
        this.routing = parts.routing();
    }

    /** Whom it shows a certificate for; which mesh it is in, manifests may leave open. */
    public SortedMap<Identity, Truth> identities() {
        SortedMap<Identity, Truth> all = new TreeMap<>();
        enrollment.mesh().ifPresent(mesh -> all.put(identity(mesh), Truth.YES));
        if (all.isEmpty()) {
            meshes.stream()
                    .filter(mesh -> mesh.product() == Product.ISTIO)
                    .forEach(mesh -> all.put(identity(mesh), Truth.MAYBE));
        }
        return all;
    }

    private Identity identity(MeshSettings mesh) {
        return new Identity(mesh.trustDomain(), waypoint.namespace(), relay.serviceAccount());
    }

    /** Every way through it to a port of the pod, one for each identity: the surest. */
    public List<Way> ways(Endpoint source, Port port, SortedMap<Identity, Truth> shown) {
        List<Way> ways = new ArrayList<>();
        List<Entry> entries = entries(port);
        shown.forEach((identity, certainty) -> entries.stream()
                .map(entry -> way(source, entry, identity, certainty))
                .max(Comparator.comparing(Way::isOpen))
                .ifPresent(ways::add));
        return ways;
    }

    /**
     * What a client may ask a waypoint for that leads to a port of the pod.
     *
     * @param service the name of a Service; empty for one that nobody named, and for the pod itself
     * @param port of the Service
     * @param leads whether it leads to the pod's port
     * @param protocol what it is taken for
     */
    private record Entry(String service, Port port, Truth leads, AppProtocol protocol) {

        String title() {
            return service.isEmpty() ? "something that is in no manifest" : "Service " + service;
        }
    }

    private List<Entry> entries(Port port) {
        List<Entry> entries = new ArrayList<>();
        SortedSet<String> known = new TreeSet<>();
        for (Service service : world.services().getOrDefault(pod.namespace().name(), List.of())) {
            known.add(service.name());
            if (waypoint.isBefore(service.namespace(), service.name())) {
                service.ports().forEach(offered -> entry(service, offered, port).ifPresent(entries::add));
            }
        }
        authorization.servicesAt(waypoint, pod.namespace().name()).stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> entries.addAll(unseen(name)));
        entries.addAll(unseen(NO_SERVICE));
        return entries;
    }

    /** A Service leads to its own pods, and where a route is attached to it perhaps to others. */
    private Optional<Entry> entry(Service service, Service.ServicePort offered, Port port) {
        if (service.selects(pod) && offered.of(pod).map(port::equals).orElse(false)) {
            return Optional.of(new Entry(service.name(), offered.port(), Truth.YES, AppProtocols.of(world, pod, port)));
        }
        return isRouted(service)
                ? Optional.of(new Entry(service.name(), offered.port(), Truth.MAYBE, AppProtocol.EITHER))
                : Optional.empty();
    }

    private boolean isRouted(Service service) {
        boolean byRoute = routing.routes().stream()
                .flatMap(route -> route.parents().stream())
                .anyMatch(parent -> parent.kind().equals("Service")
                        && parent.namespace().equals(service.namespace())
                        && parent.name().equals(service.name()));
        return byRoute
                || routing.virtualServices().stream()
                        .anyMatch(route -> route.namespace().equals(service.namespace())
                                && (route.gateways().isEmpty()
                                        || route.gateways().contains(VirtualService.MESH)));
    }

    /** Of a Service that is in no manifest every port may lead there: those that policies name, and another. */
    private List<Entry> unseen(String service) {
        SortedSet<Integer> ports = new TreeSet<>(List.of(UNNAMED_PORT));
        targeted(service).stream()
                .flatMap(policy -> policy.rules().stream())
                .flatMap(rule -> Stream.of(rule.to(), rule.when()).flatMap(List::stream))
                .flatMap(clause -> Stream.of(clause.values(), clause.notValues()))
                .flatMap(values -> values.getOrDefault(Attribute.PORT, List.of()).stream())
                .filter(port -> port.matches("[0-9]{1,5}"))
                .forEach(port -> ports.add(Integer.valueOf(port)));
        return ports.stream()
                .map(port -> new Entry(service, Port.tcp(port), Truth.MAYBE, AppProtocol.EITHER))
                .toList();
    }

    private List<AuthorizationPolicy> targeted(String service) {
        return enrollment
                .mesh()
                .map(mesh -> authorization.at(waypoint, mesh, pod.namespace().name(), service))
                .orElse(List.of());
    }

    private Way way(Endpoint source, Entry entry, Identity identity, Truth certainty) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(
                Layer.CAPTURE,
                entry.leads().and(Truth.of(enrollment.mesh().isPresent()).or(Truth.MAYBE)),
                waypoint.id() + " passes on what is for " + entry.title()
                        + ", and is then the one whom the pod's proxy sees",
                waypoint.origin()));
        enrollment.mesh().ifPresent(mesh -> {
            Truth trusted = Truth.of(mesh.trusts(identity.trustDomain())).and(certainty);
            steps.add(Step.of(
                    Layer.AUTHENTICATION,
                    trusted,
                    trusted.isPossible()
                            ? "a tunnel is always mutual TLS"
                                    + (trusted.isCertain() ? "" : "; the source may show a certificate")
                            : "trust domain " + identity.trustDomain() + " is not one of mesh " + mesh.name(),
                    null));
            steps.add(authorization
                    .applied(relay, enrollment, targeted(entry.service()))
                    .ask(new Connection(source, identity, entry.port(), entry.protocol(), profile)));
        });
        return new Way(identity, true, steps);
    }
}
