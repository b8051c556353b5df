package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Action;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Clause;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Rule;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads AuthorizationPolicies; what only an HTTP request has is kept as that, since its values decide nothing here. */
public final class AuthorizationPolicyReader {

    private static final List<String> REQUEST_FIELDS =
            List.of("requestPrincipals", "remoteIpBlocks", "hosts", "methods", "paths");
    private static final List<Attribute> SOURCE = List.of(
            Attribute.PRINCIPAL,
            Attribute.NAMESPACE,
            Attribute.SERVICE_ACCOUNT,
            Attribute.TRUST_DOMAIN,
            Attribute.SOURCE_ADDRESS);
    private static final String DRY_RUN = "istio.io/dry-run";

    /** What Go reads as true. */
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");

    private final Problems problems;

    public AuthorizationPolicyReader(Problems problems) {
        this.problems = problems;
    }

    /** The policy that a manifest is. */
    public AuthorizationPolicy read(Manifest manifest) {
        boolean dryRun = TRUE.contains(manifest.annotations().getOrDefault(DRY_RUN, ""));
        return Fields.spec(manifest, problems, spec -> {
            spec.ignore("provider");
            return new AuthorizationPolicy(
                    manifest.namespace(),
                    manifest.name(),
                    WorkloadSelector.read(spec),
                    targets(spec),
                    action(spec),
                    spec.list("rules", AuthorizationPolicyReader::rule),
                    dryRun,
                    manifest.origin());
        });
    }

    private static List<Target> targets(Fields spec) {
        return Stream.concat(
                        spec.object("targetRef", AuthorizationPolicyReader::target).stream(),
                        spec.list("targetRefs", AuthorizationPolicyReader::target).stream())
                .toList();
    }

    private static Target target(Fields fields) {
        fields.ignore("namespace");
        return new Target(fields.text("group"), fields.text("kind"), fields.text("name"));
    }

    private static Action action(Fields spec) {
        String written = spec.text("action");
        if (written.isEmpty()) {
            return Action.ALLOW;
        }
        return Arrays.stream(Action.values())
                .filter(action -> action.name().equals(written))
                .findFirst()
                .orElseGet(() -> {
                    String fix = "Write ALLOW, DENY, CUSTOM or AUDIT.";
                    spec.invalid(spec.originOf("action"), written, "This is no action.", fix);
                    return Action.ALLOW;
                });
    }

    private static Rule rule(Fields fields) {
        return new Rule(
                fields.list("from", from -> clause(from, "source", SOURCE)),
                fields.list("to", to -> clause(to, "operation", List.of(Attribute.PORT))),
                fields.list("when", AuthorizationPolicyReader::condition),
                fields.origin());
    }

    private static Clause clause(Fields fields, String inside, List<Attribute> attributes) {
        Optional<Clause> clause = fields.object(inside, inner -> {
            Map<Attribute, List<String>> values = new EnumMap<>(Attribute.class);
            Map<Attribute, List<String>> notValues = new EnumMap<>(Attribute.class);
            for (Attribute attribute : attributes) {
                put(values, attribute, inner.texts(attribute.field()));
                put(notValues, attribute, inner.texts(not(attribute.field())));
            }
            for (String field : REQUEST_FIELDS) {
                put(values, Attribute.REQUEST, inner.texts(field));
                put(notValues, Attribute.REQUEST, inner.texts(not(field)));
            }
            return new Clause(values, notValues);
        });
        return clause.orElseGet(() -> new Clause(Map.of(), Map.of()));
    }

    private static String not(String field) {
        return "not" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    private static void put(Map<Attribute, List<String>> all, Attribute attribute, List<String> values) {
        if (!values.isEmpty()) {
            List<String> joined = new ArrayList<>(all.getOrDefault(attribute, List.of()));
            joined.addAll(values);
            all.put(attribute, joined);
        }
    }

    private static Clause condition(Fields fields) {
        String key = fields.text("key");
        Attribute attribute = Arrays.stream(Attribute.values())
                .filter(known -> !known.key().isEmpty() && known.key().equals(key))
                .findFirst()
                .orElse(Attribute.REQUEST);
        Map<Attribute, List<String>> values = new EnumMap<>(Attribute.class);
        Map<Attribute, List<String>> notValues = new EnumMap<>(Attribute.class);
        put(values, attribute, fields.texts("values"));
        put(notValues, attribute, fields.texts("notValues"));
        return new Clause(values, notValues);
    }
}
