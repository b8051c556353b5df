package dev.tenantmesh.generator.reach;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An AuthorizationPolicy of action ALLOW or DENY that looks at identities, ports and the name in the handshake only.
 *
 * @param selected empty for all pods of the namespace, or of the mesh in its root namespace
 */
record AuthorizationPolicy(
        String file, String namespace, Map<String, String> selected, boolean denies, List<Rule> rules) {

    /** One rule: one of the sources and one of the operations; none given is any. */
    record Rule(List<Source> from, List<Operation> to, List<ServerNames> when) {

        boolean matches(Mode mode, int port, String serverName) {
            return when.stream().allMatch(names -> names.matches(serverName))
                    && (from.isEmpty() || from.stream().anyMatch(source -> source.matches(mode)))
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

    private record ServerNames(List<String> values, List<String> notValues) {

        boolean matches(String serverName) {
            return (values.isEmpty() || values.contains(serverName)) && !notValues.contains(serverName);
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

    /** @param serverName what the client asks for in its handshake; empty for nothing */
    boolean matches(Mode mode, Port port, String serverName) {
        return rules.stream().anyMatch(rule -> rule.matches(mode, port.number(), serverName));
    }

    /** The names that it tells apart. */
    Stream<String> serverNames() {
        return rules.stream()
                .flatMap(rule -> rule.when().stream())
                .flatMap(names -> Stream.concat(names.values().stream(), names.notValues().stream()));
    }

    private static Rule rule(Fields rule) {
        rule.only("from", "to", "when");
        return new Rule(
                rule.list("from").stream()
                        .map(from -> from.only("source").fields("source").only("principals", "notPrincipals"))
                        .map(source -> new Source(source.texts("principals"), source.texts("notPrincipals")))
                        .toList(),
                rule.list("to").stream()
                        .map(to -> to.only("operation").fields("operation").only("ports", "notPorts"))
                        .map(operation -> new Operation(operation.texts("ports"), operation.texts("notPorts")))
                        .toList(),
                rule.list("when").stream().map(AuthorizationPolicy::serverNames).toList());
    }

    private static ServerNames serverNames(Fields when) {
        when.only("key", "values", "notValues");
        if (!when.text("key").equals("connection.sni")) {
            throw new NotUnderstood(when + ": a condition on something else");
        }
        return new ServerNames(when.texts("values"), when.texts("notValues"));
    }
}
