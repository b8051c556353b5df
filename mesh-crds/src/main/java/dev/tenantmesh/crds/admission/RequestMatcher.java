package dev.tenantmesh.crds.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Which requests {@code matchConstraints} of a policy or {@code matchResources} of a binding are about.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/validating-admission-policy-v1/">MatchResources</a>
 */
record RequestMatcher(JsonNode match) {

    boolean matches(AdmissionRequest request) {
        JsonNode rules = match.path("resourceRules");
        boolean named = rules.isEmpty() || any(rules, request);
        return named
                && !any(match.path("excludeResourceRules"), request)
                && selects(match.path("objectSelector"), labels(request.subject()))
                && selects(match.path("namespaceSelector"), namespaceLabels(request));
    }

    private static boolean any(JsonNode rules, AdmissionRequest request) {
        return StreamSupport.stream(rules.spliterator(), false).anyMatch(rule -> matches(rule, request));
    }

    private static boolean matches(JsonNode rule, AdmissionRequest request) {
        AdmissionRequest.Resource resource = request.resource();
        String scope = rule.path("scope").asText("*");
        boolean inNamespace =
                request.namespaceObject() != null && !resource.name().equals("namespaces");
        JsonNode names = rule.path("resourceNames");
        String name = request.subject().path("metadata").path("name").asText();
        return has(rule.path("operations"), request.operation())
                && has(rule.path("apiGroups"), resource.group())
                && has(rule.path("apiVersions"), resource.version())
                && StreamSupport.stream(rule.path("resources").spliterator(), false)
                        .anyMatch(pattern -> matches(pattern.asText(), resource))
                && (names.isEmpty() || texts(names).contains(name))
                && (scope.equals("*") || scope.equals("Namespaced") == inNamespace);
    }

    private static boolean matches(String pattern, AdmissionRequest.Resource resource) {
        int slash = pattern.indexOf('/');
        String name = slash < 0 ? pattern : pattern.substring(0, slash);
        String sub = slash < 0 ? "" : pattern.substring(slash + 1);
        boolean all = pattern.equals("*/*");
        return all
                || ((name.equals("*") || name.equals(resource.name()))
                        && (sub.equals(resource.subresource())
                                || (sub.equals("*") && !resource.subresource().isEmpty())));
    }

    private static boolean has(JsonNode list, String value) {
        return texts(list).contains("*") || texts(list).contains(value);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** A namespace is selected by its own labels, an object of the cluster whatever the selector says. */
    private static @Nullable JsonNode namespaceLabels(AdmissionRequest request) {
        if (request.resource().name().equals("namespaces")
                && request.resource().group().isEmpty()) {
            return labels(request.subject());
        }
        JsonNode home = request.namespaceObject();
        return home == null ? null : labels(home);
    }

    private static JsonNode labels(JsonNode object) {
        return object.path("metadata").path("labels");
    }

    private static boolean selects(JsonNode selector, @Nullable JsonNode labels) {
        if (selector instanceof MissingNode || labels == null) {
            return true;
        }
        boolean equal = selector.path("matchLabels").properties().stream()
                .allMatch(wanted -> labels.path(wanted.getKey())
                        .asText("\0")
                        .equals(wanted.getValue().asText()));
        return equal
                && StreamSupport.stream(selector.path("matchExpressions").spliterator(), false)
                        .allMatch(expression -> holds(expression, labels));
    }

    private static boolean holds(JsonNode expression, JsonNode labels) {
        String key = expression.path("key").asText();
        boolean in = labels.has(key)
                && texts(expression.path("values")).contains(labels.path(key).asText());
        return switch (expression.path("operator").asText()) {
            case "In" -> in;
            case "NotIn" -> !in;
            case "Exists" -> labels.has(key);
            case "DoesNotExist" -> !labels.has(key);
            default -> false;
        };
    }
}
