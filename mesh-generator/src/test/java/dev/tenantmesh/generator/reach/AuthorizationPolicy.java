package dev.tenantmesh.generator.reach;

import java.util.List;
import java.util.Map;

/**
 * An AuthorizationPolicy of action ALLOW or DENY that looks at identities and ports only.
 *
 * @param selected empty for all pods of the namespace, or of the mesh in its root namespace
 */
record AuthorizationPolicy(
        String file, String namespace, Map<String, String> selected, boolean denies, List<Rule> rules) {

    /** One rule: one of the sources and one of the operations; none given is any. */
    record Rule(List<Source> from, List<Operation> to) {

        boolean matches(Mode mode, int port) {
            return (from.isEmpty() || from.stream().anyMatch(source -> source.matches(mode)))
                    && (to.isEmpty() || to.stream().anyMatch(operation -> operation.matches(port)));
        }
    }

    /** Plaintext matches no principal, so it matches every negation. */
    private record Source(List<String> principals, List<String> notPrincipals) {

        boolean matches(Mode mode) {
            return (principals.isEmpty() || principals.stream().anyMatch(pattern -> matches(pattern, mode)))
                    && notPrincipals.stream().noneMatch(pattern -> matches(pattern, mode));
        }

        private static boolean matches(String pattern, Mode mode) {
            if (mode.isPlaintext()) {
                return false;
            }
            if (pattern.endsWith("*")) {
                return mode.identity().startsWith(pattern.substring(0, pattern.length() - 1));
            }
            return pattern.startsWith("*")
                    ? mode.identity().endsWith(pattern.substring(1))
                    : mode.identity().equals(pattern);
        }
    }

    private record Operation(List<String> ports, List<String> notPorts) {

        boolean matches(int port) {
            String number = Integer.toString(port);
            return (ports.isEmpty() || ports.contains(number)) && !notPorts.contains(number);
        }
    }

    static AuthorizationPolicy read(Document document) {
        document.fields().only("apiVersion", "kind", "metadata", "spec");
        if (document.fields().path("metadata", "annotations").has("istio.io/dry-run")) {
            throw new NotUnderstood(document + ": enforces nothing");
        }
        Fields spec = document.spec().only("selector", "action", "rules");
        String action = spec.optionalText("action").orElse("ALLOW");
        if (!List.of("ALLOW", "DENY").contains(action)) {
            throw new NotUnderstood(document + ": action " + action);
        }
        return new AuthorizationPolicy(
                document.file(),
                document.namespace(),
                spec.path("selector").only("matchLabels").textMap("matchLabels"),
                action.equals("DENY"),
                spec.list("rules").stream().map(AuthorizationPolicy::rule).toList());
    }

    boolean selects(Endpoint pod) {
        return pod.labels().entrySet().containsAll(selected.entrySet());
    }

    boolean matches(Mode mode, Port port) {
        return rules.stream().anyMatch(rule -> rule.matches(mode, port.number()));
    }

    private static Rule rule(Fields rule) {
        rule.only("from", "to");
        return new Rule(
                rule.list("from").stream()
                        .map(from -> from.only("source").fields("source").only("principals", "notPrincipals"))
                        .map(source -> new Source(source.texts("principals"), source.texts("notPrincipals")))
                        .toList(),
                rule.list("to").stream()
                        .map(to -> to.only("operation").fields("operation").only("ports", "notPorts"))
                        .map(operation -> new Operation(operation.texts("ports"), operation.texts("notPorts")))
                        .toList());
    }
}
