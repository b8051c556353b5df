package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.Attribute;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Action;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Clause;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Rule;
import dev.tenantmesh.verifier.select.Truth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the proxy of a node makes of the same rules, which is not what Envoy makes of them: a rule that allows by fields
 * of a request is dropped; in one that denies those fields are blanked, and a part of which nothing is left never
 * matches, so that it denies nothing. Trust domains are not looked at; later versions drop a rule that allows by one.
 *
 * @param matcher for the fields that a connection has
 * @see <a href="https://github.com/istio/ztunnel/blob/master/src/rbac.rs">ztunnel rbac</a>
 */
record ZtunnelRules(ClauseMatcher matcher) {

    private static final Set<Attribute> UNDERSTOOD = EnumSet.of(
            Attribute.PRINCIPAL,
            Attribute.NAMESPACE,
            Attribute.SERVICE_ACCOUNT,
            Attribute.SOURCE_ADDRESS,
            Attribute.PORT,
            Attribute.DESTINATION_ADDRESS);

    /** What conditions may ask about; other keys are taken for those of a request. */
    private static final Set<Attribute> CONDITIONS = EnumSet.of(
            Attribute.PRINCIPAL,
            Attribute.NAMESPACE,
            Attribute.SOURCE_ADDRESS,
            Attribute.PORT,
            Attribute.DESTINATION_ADDRESS);

    Truth matches(AuthorizationPolicy policy, Rule rule, Connection connection) {
        boolean allows = policy.action() == Action.ALLOW;
        if (policy.action() == Action.AUDIT || (allows && needsRequest(rule))) {
            return Truth.NO;
        }
        Truth kept = allows && rule.from().stream().anyMatch(clause -> asks(clause, Attribute.TRUST_DOMAIN))
                ? Truth.MAYBE
                : Truth.YES;
        return kept.and(any(rule.from(), connection))
                .and(any(rule.to(), connection))
                .and(rule.when().stream()
                        .map(clause -> one(clause, CONDITIONS, connection))
                        .reduce(Truth.YES, Truth::and));
    }

    private static boolean needsRequest(Rule rule) {
        return Stream.concat(rule.from().stream(), rule.to().stream())
                        .anyMatch(clause -> asks(clause, Attribute.REQUEST))
                || rule.when().stream()
                        .anyMatch(clause -> !CONDITIONS.containsAll(
                                        clause.values().keySet())
                                || !CONDITIONS.containsAll(clause.notValues().keySet()));
    }

    private static boolean asks(Clause clause, Attribute attribute) {
        return clause.values().containsKey(attribute) || clause.notValues().containsKey(attribute);
    }

    private Truth any(List<Clause> clauses, Connection connection) {
        return clauses.isEmpty()
                ? Truth.YES
                : clauses.stream()
                        .map(clause -> one(clause, UNDERSTOOD, connection))
                        .reduce(Truth.NO, Truth::or);
    }

    private Truth one(Clause clause, Set<Attribute> known, Connection connection) {
        Clause understood = new Clause(understood(clause.values(), known), understood(clause.notValues(), known));
        boolean blank = understood.values().isEmpty() && understood.notValues().isEmpty();
        return blank ? Truth.NO : matcher.matches(understood, connection, Truth.NO);
    }

    private static Map<Attribute, List<String>> understood(Map<Attribute, List<String>> fields, Set<Attribute> known) {
        Map<Attribute, List<String>> kept = new EnumMap<>(Attribute.class);
        fields.forEach((attribute, values) -> {
            if (known.contains(attribute)) {
                kept.put(attribute, values);
            }
        });
        return kept;
    }
}
