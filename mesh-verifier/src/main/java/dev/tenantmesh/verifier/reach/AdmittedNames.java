package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.Attribute;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of namespaces that AuthorizationPolicies tell apart: those that they name, and of each pattern one name that
 * it matches and that nobody thought of.
 */
final class AdmittedNames {

    private static final Pattern PRINCIPAL = Pattern.compile(".*/ns/([^/]+)(?:/.*)?");

    /** A principal that is of one namespace, whatever it leaves open. */
    private static final Pattern WITHIN = Pattern.compile("[^/]*/ns/[^/*]+/.+");

    private static final String EVERY = "*";
    private static final String ANY = "any";

    private final Map<String, List<AuthorizationPolicy>> policies;
    private final List<String> roots;

    AdmittedNames(PolicyModel policies) {
        this.policies = policies.authorizationPolicies().stream()
                .collect(Collectors.groupingBy(AuthorizationPolicy::namespace));
        this.roots =
                policies.meshes().stream().map(mesh -> mesh.rootNamespace()).toList();
    }

    /** The names that the policies of a pod tell apart. */
    Set<String> of(Pod pod) {
        return fields(pod)
                .flatMap(AdmittedNames::named)
                .filter(name -> !name.equals(EVERY))
                .map(name -> name.replace(EVERY, ANY))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Every namespace that the policies of a pod may tell from others, its own and those of the policies included; empty if
     * a pattern may mean more.
     */
    Optional<Set<String>> exactly(Pod pod) {
        Set<String> all = fields(pod)
                .flatMap(AdmittedNames::named)
                .filter(name -> !name.equals(EVERY))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean open = all.stream().anyMatch(name -> name.contains(EVERY))
                || fields(pod)
                        .flatMap(fields -> fields.getOrDefault(Attribute.PRINCIPAL, List.of()).stream())
                        .anyMatch(value ->
                                !value.equals(EVERY) && !WITHIN.matcher(value).matches());
        homes(pod).forEach(all::add);
        return open ? Optional.empty() : Optional.of(all);
    }

    private Stream<String> homes(Pod pod) {
        return Stream.concat(roots.stream(), Stream.of(pod.namespace().name())).distinct();
    }

    private Stream<Map<Attribute, List<String>>> fields(Pod pod) {
        return homes(pod)
                .flatMap(home -> policies.getOrDefault(home, List.of()).stream())
                .filter(policy -> policy.pods().selects(pod.labels()))
                .flatMap(policy -> policy.rules().stream())
                .flatMap(rule -> Stream.of(rule.from(), rule.when()).flatMap(List::stream))
                .flatMap(clause -> Stream.of(clause.values(), clause.notValues()));
    }

    private static Stream<String> named(Map<Attribute, List<String>> fields) {
        Stream<String> spaces = fields.getOrDefault(Attribute.NAMESPACE, List.of()).stream();
        Stream<String> accounts = fields.getOrDefault(Attribute.SERVICE_ACCOUNT, List.of()).stream()
                .filter(account -> account.contains("/"))
                .map(account -> account.substring(0, account.indexOf('/')));
        Stream<String> principals = fields.getOrDefault(Attribute.PRINCIPAL, List.of()).stream()
                .map(PRINCIPAL::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1));
        return Stream.of(spaces, accounts, principals).flatMap(names -> names);
    }
}
