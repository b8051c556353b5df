package dev.tenantmesh.verifier.reach.hijack;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.visible.DestinationRule;
import dev.tenantmesh.verifier.policy.visible.MeshObject;
import dev.tenantmesh.verifier.policy.visible.ServiceEntry;
import dev.tenantmesh.verifier.policy.visible.VirtualService;
import dev.tenantmesh.verifier.reach.client.DestinationRules;
import dev.tenantmesh.verifier.reach.mesh.Enrollment;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.reach.visible.KnownHost;
import dev.tenantmesh.verifier.reach.visible.Scope;
import dev.tenantmesh.verifier.reach.visible.Told;
import dev.tenantmesh.verifier.reach.visible.Visibility;
import dev.tenantmesh.verifier.reach.visible.Watched;
import dev.tenantmesh.verifier.select.HostPattern;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds objects by which a namespace takes a host of another one from its clients: a VirtualService that leads it
 * elsewhere, a ServiceEntry that says where it is, a DestinationRule that says how to connect to it.
 *
 * @see <a href="https://istio.io/latest/news/security/istio-security-2026-002/">ISTIO-SECURITY-2026-002</a>
 */
public final class Hijacks {

    private final PolicyModel policies;
    private final Visibility visibility;
    private final List<Pod> clients;

    public Hijacks(World world, PolicyModel policies, Visibility visibility) {
        this.policies = policies;
        this.visibility = visibility;
        Stream<Pod> possible = world.namespaces().values().stream()
                .map(namespace -> Pod.possible(namespace, Map.of("sidecar.istio.io/inject", "true"), Map.of()));
        this.clients = Stream.concat(world.pods().stream(), possible)
                .filter(pod -> visibility.enrollment(pod).mesh().isPresent())
                .sorted(Comparator.comparing(Pod::id))
                .toList();
    }

    /**
     * The objects outside some namespaces that have a say in what becomes of connections to a host of theirs, sorted.
     *
     * @param owners the namespaces of whoever owns the host
     */
    public List<Hijack> of(String host, Set<String> owners) {
        List<Hijack> all = new ArrayList<>();
        policies.visible().virtualServices().stream()
                .filter(service -> service.isForPods() && service.names(host))
                .forEach(service -> add(all, host, service.object(), client -> heeds(client, service, host)));
        policies.visible().serviceEntries().stream()
                .filter(entry -> entry.hosts().stream().anyMatch(named -> new HostPattern(named).covers(host)))
                .forEach(entry -> add(all, host, entry.object(), client -> heeds(client, entry, host)));
        policies.visible().destinationRules().stream()
                .filter(rule -> rule.host().covers(host))
                .forEach(rule -> add(all, host, rule.object(), client -> heeds(client, rule, host)));
        return all.stream()
                .filter(hijack -> !owners.contains(hijack.object().namespace()))
                .sorted(Comparator.comparing(hijack -> hijack.object().id()))
                .toList();
    }

    private void add(List<Hijack> all, String host, MeshObject object, Function<Pod, Truth> heeds) {
        List<Pod> heeding = new ArrayList<>();
        Truth certainty = Truth.NO;
        for (Pod client : clients) {
            Truth heeded = client.namespace().name().equals(object.namespace()) ? Truth.NO : heeds.apply(client);
            if (heeded.isPossible()) {
                heeding.add(client);
                certainty = certainty.or(heeded);
            }
        }
        if (certainty.isPossible()) {
            String because = object.id() + " names " + host + (certainty.isCertain() ? " and" : " and perhaps")
                    + " counts for clients of other namespaces";
            all.add(new Hijack(host, object, heeding, certainty, because));
        }
    }

    /** A VirtualService that the client is told of; of several that name the host the oldest or closest counts. */
    private Truth heeds(Pod client, VirtualService service, String host) {
        Enrollment enrollment = visibility.enrollment(client);
        Watched watched = visibility.watched(enrollment.mesh().orElseThrow());
        if (enrollment.plane() == DataPlane.GATEWAY) {
            return Truth.NO;
        }
        List<Scope> scopes = visibility.scopes(client, enrollment);
        List<List<VirtualService>> told = scopes.stream()
                .map(scope -> visibility
                        .virtualServices(client, scope, watched)
                        .filter(named -> named.names(host))
                        .toList())
                .toList();
        if (told.stream().noneMatch(named -> named.contains(service))) {
            return Truth.NO;
        }
        boolean alone = told.stream().allMatch(named -> named.equals(List.of(service)));
        return Truth.of(alone && enrollment.plane() == DataPlane.SIDECAR)
                .or(Truth.MAYBE)
                .and(watched.reads(service.object()));
    }

    /**
     * A ServiceEntry that the client is told of. Where another one comes first, both have been seen to get into each
     * other's way.
     *
     * @see <a href="https://github.com/istio/istio/issues/13008">istio#13008</a>
     */
    private Truth heeds(Pod client, ServiceEntry entry, String host) {
        Enrollment enrollment = visibility.enrollment(client);
        Watched watched = visibility.watched(enrollment.mesh().orElseThrow());
        List<KnownHost> candidates = watched.hosts().stream()
                .filter(known -> known.source().equals(entry.object().id()))
                .filter(known -> new HostPattern(known.host()).covers(host))
                .toList();
        if (enrollment.plane() == DataPlane.AMBIENT) {
            boolean alone = watched.hosts().stream()
                            .filter(known -> known.host().equals(host))
                            .count()
                    == 1;
            return candidates.isEmpty() ? Truth.NO : Truth.of(alone).or(Truth.MAYBE);
        }
        Truth told = visibility.toldOf(client).stream()
                .filter(known -> candidates.contains(known.host()))
                .map(Told::certainty)
                .reduce(Truth.NO, Truth::or);
        boolean imported = candidates.stream()
                .filter(known -> known.reaches(client.namespace().name()))
                .anyMatch(known -> visibility.scopes(client, enrollment).stream()
                        .anyMatch(scope -> scope.tells(known).findAny().isPresent()));
        return imported ? told.or(Truth.MAYBE) : told;
    }

    /** A DestinationRule that the lookup of the client finds. */
    private Truth heeds(Pod client, DestinationRule rule, String host) {
        Enrollment enrollment = visibility.enrollment(client);
        Watched watched = visibility.watched(enrollment.mesh().orElseThrow());
        DestinationRules rules =
                new DestinationRules(watched, policies.visible().destinationRules());
        List<List<DestinationRule>> found = visibility.toldOf(client).stream()
                .map(Told::host)
                .filter(known -> new HostPattern(known.host()).covers(host))
                .map(known -> rules.of(client, known))
                .toList();
        if (found.stream().noneMatch(some -> some.contains(rule))) {
            return Truth.NO;
        }
        boolean alone = found.stream().allMatch(some -> some.equals(List.of(rule)));
        return Truth.of(alone && enrollment.plane() != DataPlane.AMBIENT).or(Truth.MAYBE);
    }
}
