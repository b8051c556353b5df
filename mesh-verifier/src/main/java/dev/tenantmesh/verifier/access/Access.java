package dev.tenantmesh.verifier.access;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is given which roles by some manifests.
 *
 * @param grants each role that somebody holds, by the namespace in which; under no name those that hold everywhere
 */
public record Access(Map<String, List<Grant>> grants) {

    /** Nobody is given anything. */
    public static final Access NONE = new Access(List.of());

    /** Some roles that are held. */
    Access(List<Grant> grants) {
        this(grants.stream().collect(Collectors.groupingBy(Grant::namespace)));
    }

    /** What is given in a namespace itself. */
    public Stream<Grant> givenIn(String namespace) {
        return grants.getOrDefault(namespace, List.of()).stream();
    }

    /** What holds everywhere. */
    public Stream<Grant> givenEverywhere() {
        return grants.getOrDefault("", List.of()).stream();
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
