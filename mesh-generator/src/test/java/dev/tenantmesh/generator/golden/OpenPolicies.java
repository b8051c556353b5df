package dev.tenantmesh.generator.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** NetworkPolicies with a rule that is open to everyone: a case has to name each of them in its {@code open.txt}. */
final class OpenPolicies {

    static final String FILE = "open.txt";

    private OpenPolicies() {}

    /** The policies that may be open, a path a line. */
    static List<String> declared(GoldenCase golden) {
        Path file = golden.notes().resolve(FILE);
        return Files.exists(file) ? TextFolder.text(file).lines().sorted().toList() : List.of();
    }

    /** The policies that are. */
    static List<String> rendered(List<Manifest> manifests) {
        return manifests.stream()
                .filter(manifest -> manifest.is("NetworkPolicy"))
                .filter(manifest -> hasRuleWithoutPeers(manifest.spec().path("ingress"), "from")
                        || hasRuleWithoutPeers(manifest.spec().path("egress"), "to"))
                .map(Manifest::path)
                .toList();
    }

    private static boolean hasRuleWithoutPeers(JsonNode rules, String peers) {
        return rules.valueStream().anyMatch(rule -> rule.path(peers).isEmpty());
    }
}
