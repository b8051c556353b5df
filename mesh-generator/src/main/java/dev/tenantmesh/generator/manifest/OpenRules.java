package dev.tenantmesh.generator.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Finds rules that admit everybody because a list in them is empty. An empty list is dropped on the way to YAML, and to
 * a cluster a rule without peers means "from everywhere": so such a rule is refused unless it is declared open, and
 * then it must still state its ports (or its operations).
 */
final class OpenRules {

    private final List<String> places = new ArrayList<>();
    private final boolean open;

    private OpenRules(boolean open) {
        this.open = open;
    }

    /** The places of such rules in an object, in its own order. */
    static List<String> in(JsonNode object, boolean open) {
        OpenRules found = new OpenRules(open);
        String kind = object.path("kind").asText();
        String group = object.path("apiVersion").asText();
        if (kind.equals("NetworkPolicy") && group.startsWith("networking.k8s.io/")) {
            found.networkPolicy(object.path("spec"));
        } else if (kind.equals("AuthorizationPolicy") && group.startsWith("security.istio.io/")) {
            found.authorizationPolicy(object.path("spec"));
        }
        return found.places;
    }

    private void networkPolicy(JsonNode spec) {
        networkRules("spec.ingress", spec.path("ingress"), "from");
        networkRules("spec.egress", spec.path("egress"), "to");
    }

    private void networkRules(String path, JsonNode rules, String peers) {
        for (int index = 0; index < rules.size(); index++) {
            JsonNode rule = rules.get(index);
            String place = path + "[" + index + "]." + peers;
            if (rule.path(peers).isEmpty() && !(open && statesPorts(rule))) {
                places.add(place);
            }
            emptyItems(place, rule.path(peers), peer -> peer);
        }
    }

    private static boolean statesPorts(JsonNode rule) {
        JsonNode ports = rule.path("ports");
        return !ports.isEmpty() && ports.findValues("port").size() == ports.size();
    }

    private void authorizationPolicy(JsonNode spec) {
        boolean allows = spec.path("action").asText("ALLOW").equals("ALLOW");
        JsonNode rules = spec.path("rules");
        for (int index = 0; index < rules.size(); index++) {
            JsonNode rule = rules.get(index);
            String place = "spec.rules[" + index + "]";
            boolean anybody = rule.path("from").isEmpty() && rule.path("when").isEmpty();
            if (allows && anybody && !(open && !rule.path("to").isEmpty())) {
                places.add(place + ".from");
            }
            emptyItems(place + ".from", rule.path("from"), item -> item.path("source"));
            emptyItems(place + ".to", rule.path("to"), item -> item.path("operation"));
        }
    }

    private void emptyItems(String place, JsonNode items, UnaryOperator<JsonNode> content) {
        for (JsonNode item : items) {
            if (content.apply(item).isEmpty()) {
                places.add(place);
                return;
            }
        }
    }
}
