package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.reach.mesh.MeshLayer;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
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

    /** Whom a source can show a certificate for to a destination, and how certainly. */
    SortedMap<Identity, Truth> of(Endpoint source, Pod destination) {
        SortedMap<Identity, Truth> all = of(source);
        if (owners.adversary() == Adversary.ACCIDENT && source instanceof Pod pod) {
            Truth spoken = understands(pod, destination);
            all.replaceAll((identity, certainty) -> certainty.and(spoken));
        }
        return all;
    }

    /** Whom it can show a certificate for, and how certainly. */
    SortedMap<Identity, Truth> of(Endpoint source) {
        SortedMap<Identity, Truth> all = new TreeMap<>();
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

    /** Proxies of pods speak mutual TLS, those of nodes tunnels; whether one also speaks the other's depends on its version. */
    private Truth understands(Pod source, Pod destination) {
        boolean sourceTunnels = mesh.enrollment(source).plane() == DataPlane.AMBIENT;
        boolean destinationTunnels = mesh.enrollment(destination).plane() == DataPlane.AMBIENT;
        return sourceTunnels == destinationTunnels ? Truth.YES : Truth.MAYBE;
    }

    /** A pod that nobody declared runs as whatever whoever makes it says. */
    private Stream<String> accountsOf(Pod pod) {
        return pod.isPossible() ? accounts.in(pod.namespace().name()) : Stream.of(pod.serviceAccount());
    }

    private static Identity identity(MeshSettings mesh, String namespace, String account) {
        return new Identity(mesh.trustDomain(), namespace, account);
    }
}
