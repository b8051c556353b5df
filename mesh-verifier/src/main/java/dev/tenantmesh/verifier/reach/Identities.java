package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.mesh.Enrollment;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.reach.mesh.MeshLayer;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Visitor;
import dev.tenantmesh.verifier.world.World;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whom a source can show a certificate for. Whoever makes pods in a namespace can run them as any of its service
 * accounts, and a key of a pod with a proxy works in one without.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation">Workload creation</a>
 */
final class Identities {

    private final World world;
    private final MeshLayer mesh;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Owners owners;

    /**
     * Who makes pods, and what for.
     *
     * @param adversary what they do
     * @param neighbours the namespaces of whoever owns a namespace, itself included
     */
    record Owners(Adversary adversary, Function<String, Set<String>> neighbours) {}

    Identities(World world, MeshLayer mesh, Accounts accounts, Memberships memberships, Owners owners) {
        this.world = world;
        this.mesh = mesh;
        this.accounts = accounts;
        this.memberships = memberships;
        this.owners = owners;
    }

    /** Whom a source can show a certificate for to a destination, in a tunnel or without one, and how certainly. */
    SortedMap<Identity, Truth> of(Endpoint source, Pod destination, boolean tunnel) {
        SortedMap<Identity, Truth> all = of(source);
        if (owners.adversary() == Adversary.ACCIDENT && source instanceof Pod pod) {
            Truth spoken = speaks(mesh.enrollment(pod), mesh.enrollment(destination), tunnel);
            all.replaceAll((identity, certainty) -> certainty.and(spoken));
            all.values().removeIf(certainty -> !certainty.isPossible());
        }
        return all;
    }

    /**
     * Whom a source can show a certificate for to a waypoint: of those who behave, proxies of nodes go there, gateways where a
     * Service tells them to, and sidecars never do.
     *
     * @see <a href="https://github.com/istio/istio/blob/1.30.3/pilot/pkg/xds/endpoints/endpoint_builder.go">endpoint_builder.go</a>
     */
    SortedMap<Identity, Truth> atWaypoint(Endpoint source) {
        SortedMap<Identity, Truth> all = of(source);
        if (owners.adversary() == Adversary.ACCIDENT && source instanceof Pod pod) {
            Truth comes = switch (mesh.enrollment(pod).plane()) {
                case AMBIENT -> Truth.YES;
                case GATEWAY -> Truth.MAYBE;
                case SIDECAR, NONE -> Truth.NO;
            };
            all.replaceAll((identity, certainty) -> certainty.and(comes));
            all.values().removeIf(certainty -> !certainty.isPossible());
        }
        return all;
    }

    /** Whom it can show a certificate for, and how certainly. */
    SortedMap<Identity, Truth> of(Endpoint source) {
        SortedMap<Identity, Truth> all = new TreeMap<>();
        if (source instanceof External external && external.visitor() != null) {
            return of(external.visitor());
        }
        if (!(source instanceof Pod pod)) {
            return all;
        }
        if (owners.adversary() == Adversary.ACCIDENT) {
            mesh.enrollment(pod)
                    .mesh()
                    .ifPresent(joined -> accountsOf(pod)
                            .forEach(account ->
                                    all.put(identity(joined, pod.namespace().name(), account), Truth.YES)));
            return all;
        }
        for (String name : owners.neighbours().apply(pod.namespace().name())) {
            Namespace namespace = name.equals(pod.namespace().name())
                    ? pod.namespace()
                    : world.namespace(name).orElseGet(() -> Namespace.of(name, Map.of(), null));
            memberships
                    .of(namespace)
                    .forEach((joined, certainty) ->
                            accounts.in(name).forEach(account -> all.put(identity(joined, name, account), certainty)));
        }
        return all;
    }

    /** A member of another cluster has its own certificate, and whoever owns it those of all it could run it as. */
    private SortedMap<Identity, Truth> of(Visitor visitor) {
        SortedMap<Identity, Truth> all = new TreeMap<>();
        all.put(new Identity(visitor.trustDomain(), visitor.namespace(), visitor.account()), Truth.YES);
        if (owners.adversary() != Adversary.ACCIDENT) {
            visitor.owned()
                    .forEach((namespace, accounts) -> accounts.forEach(
                            account -> all.put(new Identity(visitor.trustDomain(), namespace, account), Truth.YES)));
        }
        return all;
    }

    /**
     * What a proxy that behaves opens: that of a node nothing but tunnels; that of a pod tunnels to those who take nothing
     * else, if it is told to, and mutual TLS on the port itself to others, which it may be told to prefer less.
     *
     * @see <a href="https://github.com/istio/istio/blob/1.30.3/pilot/pkg/xds/endpoints/endpoint_builder.go">endpoint_builder.go</a>
     */
    private static Truth speaks(Enrollment source, Enrollment destination, boolean tunnel) {
        boolean fromNode = source.plane() == DataPlane.AMBIENT;
        boolean toNode = destination.plane() == DataPlane.AMBIENT;
        if (!tunnel) {
            return Truth.of(!fromNode && !toNode);
        }
        if (fromNode == toNode) {
            return fromNode ? Truth.YES : Truth.MAYBE;
        }
        return (fromNode ? destination : source)
                .mesh()
                .map(settings -> settings.nodes().tunnels())
                .orElse(Truth.MAYBE);
    }

    /** A pod that nobody declared runs as whatever whoever makes it says. */
    private Stream<String> accountsOf(Pod pod) {
        return pod.isPossible() ? accounts.in(pod.namespace().name()) : Stream.of(pod.serviceAccount());
    }

    private static Identity identity(MeshSettings mesh, String namespace, String account) {
        return new Identity(mesh.trustDomain(), namespace, account);
    }
}
