package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.mesh.Attribute;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Clause;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The service accounts that pods of a namespace can run as, as far as policies tell them apart: those that pods declare,
 * those that policies name, since somebody could make them, and one that stands for every other.
 */
final class Accounts {

    private static final Pattern PRINCIPAL = Pattern.compile("(?:.*/ns/([^/*]+)|\\*.*)/sa/([^/*]+)\\*?");
    private static final Pattern END = Pattern.compile("\\*([^/*]+)");

    private final Map<String, Set<String>> byNamespace = new HashMap<>();
    private final Set<String> everywhere = new TreeSet<>();

    Accounts(World world, List<AuthorizationPolicy> policies) {
        world.pods().forEach(pod -> add(pod.namespace().name(), pod.serviceAccount()));
        policies.forEach(policy -> policy.rules().stream()
                .flatMap(rule -> Stream.of(rule.from(), rule.when()).flatMap(List::stream))
                .forEach(clause -> take(policy.namespace(), clause)));
    }

    /** The accounts of a namespace. */
    Stream<String> in(String namespace) {
        Set<String> own = byNamespace.getOrDefault(namespace, Set.of());
        return Stream.concat(
                Stream.concat(own.stream(), everywhere.stream().filter(account -> !own.contains(account))),
                Stream.of(Identity.ANY_OTHER));
    }

    private void add(String namespace, String account) {
        byNamespace.computeIfAbsent(namespace, absent -> new TreeSet<>()).add(account);
    }

    private void take(String home, Clause clause) {
        for (Map<Attribute, List<String>> fields : List.of(clause.values(), clause.notValues())) {
            fields.getOrDefault(Attribute.PRINCIPAL, List.of()).forEach(this::principal);
            fields.getOrDefault(Attribute.SERVICE_ACCOUNT, List.of()).forEach(account -> {
                int slash = account.indexOf('/');
                add(slash < 0 ? home : account.substring(0, slash), account.substring(slash + 1));
            });
        }
    }

    /** A star at the beginning leaves open which namespace is meant; one at the end also means the name before it. */
    private void principal(String value) {
        Matcher whole = PRINCIPAL.matcher(value);
        Matcher end = END.matcher(value);
        if (whole.matches() && whole.group(1) != null) {
            add(whole.group(1), whole.group(2));
        } else if (whole.matches()) {
            everywhere.add(whole.group(2));
        } else if (end.matches()) {
            everywhere.add(end.group(1));
        }
    }
}
