package dev.tenantmesh.verifier.access;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which namespaces their owners may write the policies that close them.
 *
 * @param networkPolicies where they may write NetworkPolicies
 * @param peerAuthentications where they may write PeerAuthentications
 * @param authorizationPolicies where they may write AuthorizationPolicies
 */
public record Writable(
        Set<String> networkPolicies, Set<String> peerAuthentications, Set<String> authorizationPolicies) {

    /** Nobody writes anything. */
    public static final Writable NOTHING = new Writable(Set.of(), Set.of(), Set.of());

    public Writable {
        networkPolicies = Set.copyOf(networkPolicies);
        peerAuthentications = Set.copyOf(peerAuthentications);
        authorizationPolicies = Set.copyOf(authorizationPolicies);
    }

    /** Every kind in some namespaces. */
    public static Writable everything(Set<String> namespaces) {
        return new Writable(namespaces, namespaces, namespaces);
    }

    /** What may be written by either. */
    public Writable and(Writable other) {
        return new Writable(
                union(networkPolicies, other.networkPolicies),
                union(peerAuthentications, other.peerAuthentications),
                union(authorizationPolicies, other.authorizationPolicies));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
