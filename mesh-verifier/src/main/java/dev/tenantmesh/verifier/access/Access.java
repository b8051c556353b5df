package dev.tenantmesh.verifier.access;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is given which roles by some manifests.
 *
 * @param grants each role that somebody holds
 */
public record Access(List<Grant> grants) {

    /** Nobody is given anything. */
    public static final Access NONE = new Access(List.of());

    public Access {
        grants = List.copyOf(grants);
    }

    /** What is given in a namespace itself. */
    public Stream<Grant> givenIn(String namespace) {
        return grants.stream().filter(grant -> grant.isOf(namespace));
    }

    /** What holds everywhere. */
    public Stream<Grant> givenEverywhere() {
        return grants.stream().filter(grant -> grant.namespace().isEmpty());
    }

    /**
     * What the owners of some namespaces may write there: whoever is given a role in one of them, or runs pods there, counts
     * as its owner.
     */
    public Writable writable(Set<String> owned) {
        Map<Power, Set<String>> found = new EnumMap<>(Power.class);
        for (String namespace : owned) {
            Stream.concat(
                            givenIn(namespace),
                            givenEverywhere()
                                    .filter(grant -> owned.stream()
                                            .anyMatch(home -> grant.subject().includesAccountsOf(home))))
                    .flatMap(grant -> grant.powers().stream())
                    .forEach(power -> found.computeIfAbsent(power, absent -> new HashSet<>())
                            .add(namespace));
        }
        return new Writable(
                found.getOrDefault(Power.NETWORK_POLICIES, Set.of()),
                found.getOrDefault(Power.PEER_AUTHENTICATIONS, Set.of()),
                found.getOrDefault(Power.AUTHORIZATION_POLICIES, Set.of()));
    }
}
