package dev.tenantmesh.generator.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * A set of manifests of which one is damaged the way people and tools damage them.
 *
 * @param name file and damage
 * @param namespace where
 * @param documents all manifests, the damaged one included
 */
record Mutant(String name, String namespace, List<Document> documents) {

    /** Every mutant of one manifest. */
    static Stream<Mutant> of(Document damaged, List<Document> all) {
        Stream<Mutant> changed = switch (damaged.kind().orElse("")) {
            case "NetworkPolicy" -> networkPolicy(damaged, all);
            case "PeerAuthentication" ->
                Stream.of(
                        changed(
                                "plaintext allowed",
                                damaged,
                                all,
                                spec -> spec.put("mtls", Map.of("mode", "PERMISSIVE"))),
                        changed("without ports", damaged, all, spec -> spec.remove("portLevelMtls")));
            case "AuthorizationPolicy" -> authorizationPolicy(damaged, all);
            default -> Stream.of();
        };
        return Stream.concat(Stream.of(removed(damaged, all)), changed)
                .filter(mutant -> !mutant.documents().equals(all));
    }

    private static Stream<Mutant> networkPolicy(Document damaged, List<Document> all) {
        return Stream.of(
                changed("every pod", damaged, all, spec -> spec.put("podSelector", Map.of())),
                changed("ingress only", damaged, all, spec -> {
                    spec.put("policyTypes", List.of("Ingress"));
                    spec.remove("egress");
                }),
                changed("egress only", damaged, all, spec -> {
                    spec.put("policyTypes", List.of("Egress"));
                    spec.remove("ingress");
                }),
                changed(
                        "without peers",
                        damaged,
                        all,
                        spec -> rules(spec).forEach(rule -> {
                            rule.remove("from");
                            rule.remove("to");
                        })),
                changed("without ports", damaged, all, spec -> rules(spec).forEach(rule -> rule.remove("ports"))),
                changed(
                        "peers of any namespace",
                        damaged,
                        all,
                        spec -> peers(spec)
                                .filter(peer -> peer.containsKey("namespaceSelector"))
                                .forEach(peer -> peer.put("namespaceSelector", Map.of()))),
                changed(
                        "any pod of the peer's namespace",
                        damaged,
                        all,
                        spec -> peers(spec)
                                .filter(peer -> peer.containsKey("namespaceSelector"))
                                .forEach(peer -> peer.remove("podSelector"))),
                changed("namespace or pod", damaged, all, spec -> rules(spec).forEach(Mutant::split)));
    }

    private static Stream<Mutant> authorizationPolicy(Document damaged, List<Document> all) {
        return Stream.of(
                changed("action turned", damaged, all, spec -> spec.put("action", turned(spec.get("action")))),
                changed("without rules", damaged, all, spec -> spec.remove("rules")),
                changed("rule for everyone", damaged, all, spec -> spec.put("rules", List.of(Map.of()))),
                changed("every pod", damaged, all, spec -> spec.remove("selector")),
                changed(
                        "without ports",
                        damaged,
                        all,
                        spec -> items(spec, "rules").forEach(rule -> rule.remove("to"))),
                changed(
                        "without sources",
                        damaged,
                        all,
                        spec -> items(spec, "rules").forEach(rule -> rule.remove("from"))));
    }

    private static Object turned(Object action) {
        return "DENY".equals(action) ? "ALLOW" : "DENY";
    }

    private static Mutant removed(Document damaged, List<Document> all) {
        return new Mutant(
                damaged + " removed",
                damaged.namespace(),
                all.stream()
                        .filter(document -> !document.file().equals(damaged.file()))
                        .toList());
    }

    private static Mutant changed(
            String damage, Document damaged, List<Document> all, Consumer<Map<String, Object>> change) {
        Map<String, Object> tree = copy(damaged.tree());
        change.accept(map(tree.get("spec")));
        Document changed = new Document(damaged.file(), tree);
        return new Mutant(
                damaged + " " + damage,
                damaged.namespace(),
                all.stream()
                        .map(document -> document.file().equals(damaged.file()) ? changed : document)
                        .toList());
    }

    /** One peer with two selectors becomes two peers: a namespace, or a pod of the policy's own. */
    private static void split(Map<String, Object> rule) {
        for (String side : List.of("from", "to")) {
            List<Object> peers = new ArrayList<>();
            for (Map<String, Object> peer : items(rule, side)) {
                if (peer.containsKey("namespaceSelector") && peer.containsKey("podSelector")) {
                    peers.add(Map.of("namespaceSelector", peer.get("namespaceSelector")));
                    peers.add(Map.of("podSelector", peer.get("podSelector")));
                } else {
                    peers.add(peer);
                }
            }
            if (!peers.isEmpty()) {
                rule.put(side, peers);
            }
        }
    }

    private static List<Map<String, Object>> rules(Map<String, Object> spec) {
        return Stream.of("ingress", "egress")
                .flatMap(side -> items(spec, side).stream())
                .toList();
    }

    private static Stream<Map<String, Object>> peers(Map<String, Object> spec) {
        return rules(spec).stream()
                .flatMap(rule -> Stream.of("from", "to").flatMap(side -> items(rule, side).stream()));
    }

    private static List<Map<String, Object>> items(Map<String, Object> parent, String key) {
        return parent.get(key) instanceof List<?> items
                ? items.stream().map(Mutant::map).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static Map<String, Object> copy(Map<?, ?> tree) {
        Yaml yaml = new Yaml();
        return new LinkedHashMap<>(map(yaml.load(yaml.dump(tree))));
    }
}
