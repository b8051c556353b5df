package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.model.PlaintextLosses.Loss;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who would be blocked where a namespace that is in shadow is enforced: everybody that manifests know, the router, and
 * scrapers of metrics, as far as they get through now and would in no way after; and whom its own pods would not reach any
 * more. Asked on the ports that documents, Services and containers name.
 */
public final class ShadowLosses {

    private final MeshScope scope;
    private final Place place;
    private final Evidence now;
    private final Evidence next;
    private final List<Loss> losses = new ArrayList<>();

    private ShadowLosses(MeshScope scope, Place place, Evidence now, Evidence next) {
        this.scope = scope;
        this.place = place;
        this.now = now;
        this.next = next;
    }

    /**
     * The connections that one namespace would lose, those that come in first.
     *
     * @param site where it is now
     * @param namespace what is to be enforced
     * @param now the manifests of now
     * @param next the manifests in which it is
     */
    public static List<Loss> between(Site site, Mesh mesh, String namespace, Evidence now, Evidence next) {
        MeshScope scope = new MeshScope(site.model(), site.platform(), mesh);
        return scope.places().stream()
                .filter(place -> place.name().equals(namespace))
                .map(place -> new ShadowLosses(scope, place, now, next))
                .flatMap(losses -> losses.all().stream())
                .toList();
    }

    /** Whoever is permitted and has no identity, or sends none, then whoever is not permitted. */
    private List<Loss> all() {
        losses.addAll(PlaintextLosses.to(scope, place.name(), now, next));
        List<Endpoint> own = own();
        own.forEach(server -> clients(server).forEach(client -> ask(client, server, ports((Pod) server))));
        own.forEach(client -> now.verifier().world().pods().stream()
                .filter(server -> !isOwn(server))
                .forEach(server -> ask(client, server, ports(server))));
        return losses;
    }

    private boolean isOwn(Pod pod) {
        return pod.namespace().name().equals(place.name());
    }

    /** The pods that manifests have, and of a workload that none has, one that could be. */
    private List<Endpoint> own() {
        Stream<Endpoint> declared =
                now.verifier().world().pods().stream().filter(this::isOwn).map(pod -> pod);
        Stream<Endpoint> ofWorkloads = place.namespace().workloads().stream()
                .flatMap(workload -> now.somebody(MeshScope.pods(place, workload)).stream());
        return Stream.concat(declared, ofWorkloads).distinct().toList();
    }

    private Stream<Endpoint> clients(Endpoint server) {
        Stream<Endpoint> declared = now.verifier().world().pods().stream().map(pod -> pod);
        Stream<Party> parts = Stream.concat(scope.parts().router().stream(), scope.parts().monitoring().stream());
        boolean published = server instanceof Pod pod
                && now.verifier().world().servicesOf(pod).stream().anyMatch(service -> service.isPublished());
        Stream<Endpoint> outside = published ? Stream.of(new External(AddressRange.all(4))) : Stream.of();
        return Stream.of(declared, parts.flatMap(part -> now.somebody(part).stream()), outside)
                .flatMap(some -> some)
                .distinct()
                .filter(client -> !client.equals(server));
    }

    private NavigableSet<Integer> ports(Pod server) {
        NavigableSet<Integer> ports = new TreeSet<>();
        if (isOwn(server)) {
            place.namespace().workloads().stream()
                    .filter(workload -> MeshScope.pods(place, workload).includes(server))
                    .forEach(workload -> ports.addAll(MeshScope.ports(workload)));
        }
        server.ports().stream()
                .map(Pod.ContainerPort::port)
                .filter(Port::isTcp)
                .forEach(port -> ports.add(port.number()));
        now.verifier().world().servicesOf(server).stream()
                .flatMap(service -> service.ports().stream())
                .flatMap(port -> port.of(server).stream())
                .filter(Port::isTcp)
                .forEach(port -> ports.add(port.number()));
        return ports;
    }

    private void ask(Endpoint client, Endpoint server, NavigableSet<Integer> ports) {
        for (int number : ports) {
            Port port = Port.tcp(number);
            Verdict verdict = next.behaved(client, server, port);
            if (isOpen(now.behaved(client, server, port)) && !isOpen(verdict) && !isKnown(client, server, port)) {
                losses.add(new Loss(
                        client.id(),
                        server.id(),
                        PortRange.of(port),
                        because(verdict),
                        "nothing but the shadow of namespace " + place.name(),
                        client instanceof Pod pod ? pod.origin() : null));
            }
        }
    }

    private boolean isKnown(Endpoint client, Endpoint server, Port port) {
        return losses.stream()
                .anyMatch(loss -> loss.client().equals(client.id())
                        && loss.server().equals(server.id())
                        && loss.ports().contains(port));
    }

    private static boolean isOpen(Verdict verdict) {
        return verdict.ways().stream().anyMatch(way -> way.isOpen().isPossible());
    }

    /** What stops the way that comes furthest. */
    private static String because(Verdict verdict) {
        return verdict.ways().stream()
                .map(ShadowLosses::stops)
                .min(Comparator.comparingInt(List<Step>::size))
                .orElse(List.of())
                .stream()
                .map(step -> step.layer().title() + ": " + step.because()
                        + (step.origin() == null ? "" : " (" + step.origin() + ")"))
                .collect(Collectors.joining("; "));
    }

    private static List<Step> stops(Way way) {
        return way.steps().stream().filter(step -> !step.passed().isPossible()).toList();
    }
}
