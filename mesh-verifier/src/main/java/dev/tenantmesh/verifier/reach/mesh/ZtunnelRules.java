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

/**
 * What the proxy of a node makes of the same rules, which is not what Envoy makes of them: a rule that allows by fields
 * of a request is dropped; in one that denies those fields are blanked, and a part of which nothing is left never
 * matches, so that it denies nothing. Trust domains are not looked at.
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

    Truth matches(AuthorizationPolicy policy, Rule rule, Connection connection) {
        if (policy.action() == Action.AUDIT || (policy.action() == Action.ALLOW && needsRequest(rule))) {
            return Truth.NO;
        }
        return any(rule.from(), connection)
                .and(any(rule.to(), connection))
                .and(rule.when().stream().map(clause -> one(clause, connection)).reduce(Truth.YES, Truth::and));
    }

    /** What it does not know as one of a connection's fields it takes for one of a request's. */
    private static boolean needsRequest(Rule rule) {
        return List.of(rule.from(), rule.to(), rule.when()).stream()
                .flatMap(List::stream)
                .anyMatch(clause -> asks(clause, Attribute.REQUEST) || asks(clause, Attribute.SERVER_NAME));
    }

    private static boolean asks(Clause clause, Attribute attribute) {
        return clause.values().containsKey(attribute) || clause.notValues().containsKey(attribute);
    }

    private Truth any(List<Clause> clauses, Connection connection) {
        return clauses.isEmpty()
                ? Truth.YES
                : clauses.stream().map(clause -> one(clause, connection)).reduce(Truth.NO, Truth::or);
    }

    private Truth one(Clause clause, Connection connection) {
        Clause understood = new Clause(understood(clause.values()), understood(clause.notValues()));
        boolean blank = understood.values().isEmpty() && understood.notValues().isEmpty();
        return blank ? Truth.NO : matcher.matches(understood, connection, Truth.NO);
    }

    private static Map<Attribute, List<String>> understood(Map<Attribute, List<String>> fields) {
        Map<Attribute, List<String>> kept = new EnumMap<>(Attribute.class);
        fields.forEach((attribute, values) -> {
            if (UNDERSTOOD.contains(attribute)) {
                kept.put(attribute, values);
            }
        });
        return kept;
    }
}
