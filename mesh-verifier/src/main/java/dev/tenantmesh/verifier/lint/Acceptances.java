package dev.tenantmesh.verifier.lint;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.Severity;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What objects accept of themselves, by an annotation with a code and a reason for each finding: the finding stays, as
 * information with the reason. One that accepts nothing, or gives no reason, is reported.
 */
final class Acceptances {

    /** The annotation; several acceptances stand on lines of their own or behind semicolons. */
    static final String ANNOTATION = "tenantmesh.dev/lint-accept";

    private static final Pattern FORM = Pattern.compile("(MESH04[0-9]{2})\\s*:\\s*(\\S.*)", Pattern.DOTALL);

    private final Map<String, NavigableMap<Origin, Manifest>> objects = new HashMap<>();
    private final Map<Manifest, List<Acceptance>> acceptances = new HashMap<>();

    private static final class Acceptance {
        private final String code;
        private final String reason;
        private final Origin origin;
        private boolean used;

        private Acceptance(String code, String reason, Origin origin) {
            this.code = code;
            this.reason = reason;
            this.origin = origin;
        }
    }

    private Acceptances() {}

    static Acceptances of(Manifests manifests, Problems problems) {
        Acceptances all = new Acceptances();
        for (Manifest manifest : manifests.all()) {
            all.objects
                    .computeIfAbsent(manifest.origin().source(), absent -> new TreeMap<>())
                    .put(manifest.origin(), manifest);
            String written = manifest.annotations().get(ANNOTATION);
            if (written != null) {
                all.acceptances.put(manifest, read(manifest, written, problems));
            }
        }
        return all;
    }

    private static List<Acceptance> read(Manifest manifest, String written, Problems problems) {
        Mapping annotations = manifest.body().at("metadata", "annotations");
        Origin origin = annotations.originOf(ANNOTATION);
        List<Acceptance> read = new ArrayList<>();
        for (String one : written.split("[;\n]", -1)) {
            Matcher form = FORM.matcher(one.strip());
            if (form.matches()) {
                read.add(new Acceptance(form.group(1), form.group(2).strip(), origin));
            } else if (!one.isBlank()) {
                problems.error(
                        ProblemCode.ACCEPTANCE_UNUSED,
                        origin,
                        one.strip(),
                        "This does not say what is accepted and why.",
                        "Write a code and a reason, such as `MESH0431: the port is renamed in no release`.");
            }
        }
        return read;
    }

    /** The finding itself, or what is left of it where its object accepts it. */
    Problem applied(Problem finding) {
        NavigableMap<Origin, Manifest> inFile =
                objects.getOrDefault(finding.origin().source(), new TreeMap<>());
        Map.Entry<Origin, Manifest> object = inFile.floorEntry(finding.origin());
        List<Acceptance> accepted = object == null ? List.of() : acceptances.getOrDefault(object.getValue(), List.of());
        for (Acceptance acceptance : accepted) {
            if (acceptance.code.equals(finding.code().id())) {
                acceptance.used = true;
                return new Problem(
                        finding.code(),
                        Severity.INFO,
                        finding.origin(),
                        finding.written(),
                        finding.why() + " Accepted: " + acceptance.reason.replaceFirst("[.!?]?$", "."),
                        "Nothing to do as long as that holds.");
            }
        }
        return finding;
    }

    void reportUnused(Problems problems) {
        acceptances.values().stream()
                .flatMap(List::stream)
                .filter(acceptance -> !acceptance.used)
                .forEach(acceptance -> problems.warning(
                        ProblemCode.ACCEPTANCE_UNUSED,
                        acceptance.origin,
                        acceptance.code,
                        "The object has no finding of this code, so nothing is accepted.",
                        "Remove it, so that it does not hide a finding to come."));
    }
}
