package dev.tenantmesh.verifier.policy.limit;

import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads ResourceQuotas and LimitRanges. A quota with scopes is about some pods only, and counts as none; so does what a
 * range says of whole pods or of volume claims.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes">scopes</a>
 */
public final class LimitReader {

    private static final List<String> PARTS = List.of("default", "defaultRequest", "max", "min");

    private LimitReader() {}

    /** What is said in some manifests. */
    public static List<Limit> read(Manifests manifests) {
        return Stream.concat(
                        manifests.of("", "ResourceQuota").flatMap(LimitReader::quota),
                        manifests.of("", "LimitRange").flatMap(LimitReader::range))
                .toList();
    }

    private static Stream<Limit> quota(Manifest manifest) {
        Mapping spec = manifest.body().at("spec");
        return spec.get("scopes") != null || spec.get("scopeSelector") != null
                ? Stream.of()
                : Stream.of(limit(Limit.Kind.NAMESPACE, manifest, spec.texts("hard")));
    }

    private static Stream<Limit> range(Manifest manifest) {
        return manifest.body().at("spec").all("limits").stream()
                .filter(item -> item.text("type").equals("Container"))
                .map(item -> limit(Limit.Kind.CONTAINER, manifest, amounts(item)));
    }

    private static SortedMap<String, String> amounts(Mapping item) {
        SortedMap<String, String> amounts = new TreeMap<>();
        PARTS.forEach(
                part -> item.texts(part).forEach((resource, amount) -> amounts.put(part + "." + resource, amount)));
        return amounts;
    }

    private static Limit limit(Limit.Kind kind, Manifest manifest, SortedMap<String, String> amounts) {
        return new Limit(kind, manifest.namespace(), manifest.name(), amounts, manifest.origin());
    }
}
