package dev.tenantmesh.generator.golden;

import dev.tenantmesh.generator.platform.Division;
import dev.tenantmesh.generator.platform.PlatformProfile;
import dev.tenantmesh.generator.platform.Trait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that shows one model on every platform: made of what is rendered, and of the reasons beside the traits. */
final class PlatformsPage {

    private static final String INTRODUCTION = """
            # Platforms

            One small model, rendered for every platform that is supported. This page is made by a test from what is
            rendered; [the model](../mesh-generator/src/test/resources/every-version/mesh) has one tenant with a workload, a
            gateway that a Route or a load balancer exposes, and a host outside that is reached by an egress gateway.

            """;

    private final Map<String, List<EveryVersion>> lines = EveryVersion.all()
            .collect(Collectors.groupingBy(EveryVersion::line, LinkedHashMap::new, Collectors.toList()));

    private final List<EveryVersion> newest = lines.values().stream()
            .map(versions -> versions.get(versions.size() - 1))
            .toList();

    static String text() {
        PlatformsPage page = new PlatformsPage();
        return INTRODUCTION + page.versions() + page.divisions() + page.kinds() + page.changes();
    }

    private String versions() {
        return "## Versions\n\n"
                + "| platform | Istio | runs on | Istio's kinds as | end of life |\n|---|---|---|---|---|\n"
                + EveryVersion.all().map(PlatformsPage::version).collect(Collectors.joining());
    }

    private static String version(EveryVersion version) {
        PlatformProfile profile = version.profile();
        String oldest = profile.oldestDistribution() == null ? "" : " " + profile.oldestDistribution() + " or later";
        String distribution = profile.distribution().toString().charAt(0) == 'O' ? "OpenShift" : "Kubernetes";
        return row(
                profile.product(),
                "1." + profile.istio(),
                distribution + oldest,
                profile.has(Trait.ISTIO_V1) ? "v1" : "v1beta1",
                profile.endOfLife() == null ? "" : profile.endOfLife());
    }

    private String divisions() {
        return """

                ## Who makes what

                *we* is what this project writes. All else is the same on every platform: NetworkPolicies, PeerAuthentications of
                namespaces and workloads, AuthorizationPolicies, Sidecars, ServiceEntries, DestinationRules and VirtualServices. No
                platform makes NetworkPolicies: OpenShift Service Mesh 2 would, and would let every member reach every pod, so its
                control planes are told not to; all others make none.

                """
                + row(Stream.concat(Stream.of("part"), newest.stream().map(this::title))
                        .toArray(String[]::new))
                + "|---".repeat(newest.size() + 1)
                + "|\n"
                + Arrays.stream(Division.values()).map(this::maker).collect(Collectors.joining())
                + "\nWhy they differ:\n\n"
                + Arrays.stream(Division.values())
                        .map(division -> "* **" + division.part() + "**: " + division.reason() + "\n")
                        .collect(Collectors.joining());
    }

    private String title(EveryVersion version) {
        return lines.get(version.line()).stream()
                .map(each ->
                        each.profile().product().replaceAll(" " + each.profile().version(), ""))
                .findFirst()
                .orElseThrow()
                .concat(version.line().endsWith("-2") ? " 2" : version.line().endsWith("-3") ? " 3" : "");
    }

    private String maker(Division division) {
        return row(Stream.concat(
                        Stream.of(division.part()),
                        newest.stream()
                                .map(version ->
                                        version.texts().keySet().stream().anyMatch(division::holds)
                                                ? "we"
                                                : division.otherwise(version.profile())))
                .toArray(String[]::new));
    }

    private String kinds() {
        SortedSet<String> kinds = new TreeSet<>();
        newest.forEach(version -> kinds.addAll(count(version).keySet()));
        return "\n## Objects\n\nHow many of each kind the newest version of each gets.\n\n"
                + row(Stream.concat(Stream.of("kind"), newest.stream().map(this::title))
                        .toArray(String[]::new))
                + "|---".repeat(newest.size() + 1)
                + "|\n"
                + kinds.stream()
                        .map(kind -> row(Stream.concat(
                                        Stream.of(kind),
                                        newest.stream()
                                                .map(version ->
                                                        number(count(version).get(kind))))
                                .toArray(String[]::new)))
                        .collect(Collectors.joining());
    }

    private static String number(Long count) {
        return count == null ? "" : count.toString();
    }

    private static Map<String, Long> count(EveryVersion version) {
        return Manifest.in(version.rendering().texts()).stream()
                .collect(Collectors.groupingBy(
                        manifest -> manifest.kind() + " (" + manifest.apiVersion() + ")", Collectors.counting()));
    }

    private String changes() {
        List<String> parts = new ArrayList<>();
        lines.values().forEach(versions -> {
            for (int index = 1; index < versions.size(); index++) {
                parts.add(change(versions.get(index - 1), versions.get(index)));
            }
        });
        return "\n## From version to version\n\nFiles that change only in the version they name are left out.\n"
                + String.join("", parts);
    }

    private static String change(EveryVersion before, EveryVersion after) {
        String changes = VersionChanges.between(before, after);
        if (changes.isEmpty()) {
            return "";
        }
        String reasons = VersionChanges.reasons(before, after).stream()
                .map(reason -> "* " + reason + "\n")
                .collect(Collectors.joining());
        return "\n### " + after.profile().product() + ", compared with "
                + before.profile().version() + "\n\n" + reasons + "\n```diff\n" + changes + "```\n";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
