package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.Attribute;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Clause;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Map;

/**
 * Whether the fields of a rule match a connection: a peer in plaintext has no identity, so that no value matches it and
 * every exclusion does; {@code namespaces} and {@code serviceAccounts} do not look at the trust domain.
 *
 * @param names how the proxy compares identities
 * @param home the namespace of the policy
 */
record ClauseMatcher(Names names, String home) {

    /**
     * @param clause the fields
     * @param requests what counts for fields that only a request has
     */
    Truth matches(Clause clause, Connection connection, Truth requests) {
        Truth all = Truth.YES;
        boolean several = clause.values().size() + clause.notValues().size() > 1;
        for (Map.Entry<Attribute, List<String>> field : clause.values().entrySet()) {
            Truth matched = one(field.getKey(), field.getValue(), connection, requests);
            all = all.and(several ? perhapsIgnored(field.getKey(), matched) : matched);
        }
        for (Map.Entry<Attribute, List<String>> field : clause.notValues().entrySet()) {
            Truth excluded = field.getKey().isOfConnection()
                    ? one(field.getKey(), field.getValue(), connection, requests)
                            .not()
                    : requests;
            all = all.and(several ? perhapsIgnored(field.getKey(), excluded) : excluded);
        }
        return all;
    }

    /** Some versions take {@code trustDomains} and do not look at them; alone, they refuse them. */
    private static Truth perhapsIgnored(Attribute attribute, Truth matched) {
        return attribute == Attribute.TRUST_DOMAIN ? matched.or(Truth.MAYBE) : matched;
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
            case PRINCIPAL -> names.isPrincipal(value, identity);
            case NAMESPACE -> names.isNamespace(value, identity);
            case SERVICE_ACCOUNT -> {
                String account = value.contains("/") ? value : home + "/" + value;
                yield account.equals(identity.namespace() + "/" + identity.serviceAccount());
            }
            default -> Names.isLike(value, identity.trustDomain());
        };
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
