package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.Attribute;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Clause;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether the fields of a rule match a connection, with Envoy's meaning of them: a peer in plaintext has no identity, so
 * that no value matches it and every exclusion does; {@code namespaces} and {@code serviceAccounts} do not look at the
 * trust domain; a star is allowed anywhere in a namespace, and at one end of a principal.
 *
 * @param mesh whose proxy it is
 * @param home the namespace of the policy
 */
record ClauseMatcher(MeshSettings mesh, String home) {

    private static final String CLUSTER_LOCAL = "cluster.local";

    /**
     * @param clause the fields
     * @param requests what counts for fields that only a request has
     */
    Truth matches(Clause clause, Connection connection, Truth requests) {
        Truth all = Truth.YES;
        for (Map.Entry<Attribute, List<String>> field : clause.values().entrySet()) {
            all = all.and(one(field.getKey(), field.getValue(), connection, requests));
        }
        for (Map.Entry<Attribute, List<String>> field : clause.notValues().entrySet()) {
            Truth excluded = field.getKey().isOfConnection()
                    ? one(field.getKey(), field.getValue(), connection, requests)
                            .not()
                    : requests;
            all = all.and(excluded);
        }
        return all;
    }

    private Truth one(Attribute attribute, List<String> values, Connection connection, Truth requests) {
        if (!attribute.isOfConnection()) {
            return requests;
        }
        if (attribute.isOfIdentity()) {
            Identity identity = connection.identity();
            return Truth.of(identity != null && values.stream().anyMatch(value -> isOf(attribute, value, identity)));
        }
        return switch (attribute) {
            case PORT ->
                Truth.of(values.contains(String.valueOf(connection.port().number())));
            case SOURCE_ADDRESS ->
                values.stream().map(value -> comesFrom(value, connection)).reduce(Truth.NO, Truth::or);
            default -> Truth.MAYBE;
        };
    }

    private boolean isOf(Attribute attribute, String value, Identity identity) {
        return switch (attribute) {
            case PRINCIPAL -> spellings(value).anyMatch(pattern -> isLike(pattern, identity.principal()));
            case NAMESPACE ->
                Pattern.matches(
                        Stream.of(value.split("\\*", -1))
                                .map(Pattern::quote)
                                .reduce((a, b) -> a + ".*" + b)
                                .orElse(""),
                        identity.namespace());
            case SERVICE_ACCOUNT -> {
                String account = value.contains("/") ? value : home + "/" + value;
                yield account.equals(identity.namespace() + "/" + identity.serviceAccount());
            }
            default -> isLike(value, identity.trustDomain());
        };
    }

    /** A principal of the mesh's own trust domain, or of {@code cluster.local}, also means those of its aliases. */
    private Stream<String> spellings(String value) {
        int slash = value.indexOf('/');
        String domain = slash < 0 ? "" : value.substring(0, slash);
        if (value.contains("*") || !(domain.equals(CLUSTER_LOCAL) || mesh.trusts(domain))) {
            return Stream.of(value);
        }
        String rest = value.substring(slash);
        return Stream.concat(
                Stream.of(value, mesh.trustDomain() + rest),
                mesh.aliases().stream().map(alias -> alias + rest));
    }

    private static boolean isLike(String pattern, String text) {
        if (pattern.equals("*")) {
            return !text.isEmpty();
        }
        if (pattern.endsWith("*")) {
            return text.startsWith(pattern.substring(0, pattern.length() - 1));
        }
        return pattern.startsWith("*") ? text.endsWith(pattern.substring(1)) : text.equals(pattern);
    }

    private static Truth comesFrom(String block, Connection connection) {
        AddressRange range = AddressRange.ofCidr(block).orElse(null);
        if (range == null) {
            return Truth.MAYBE;
        }
        if (connection.source() instanceof External external) {
            return Truth.of(range.contains(external.range()));
        }
        List<AddressRange> known = connection.source() instanceof Pod pod && !pod.hostNetwork()
                ? connection.profile().podRanges()
                : connection.profile().nodeRanges();
        if (known.isEmpty()) {
            return Truth.MAYBE;
        }
        return known.stream().allMatch(range::contains)
                ? Truth.YES
                : known.stream().anyMatch(range::overlaps) ? Truth.MAYBE : Truth.NO;
    }
}
