package dev.tenantmesh.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.verifier.diff.Change;
import dev.tenantmesh.verifier.diff.Edge;
import dev.tenantmesh.verifier.diff.MeshDiff;
import dev.tenantmesh.verifier.diff.MeshDiff.ModeChange;
import dev.tenantmesh.verifier.diff.MeshDiff.Owners;
import dev.tenantmesh.verifier.diff.approval.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;

/** What changed between two sets of manifests: first by owners, then edge by edge. */
public final class DiffReport {

    /** The version of the JSON; a field may be added to it, and none changes its meaning. */
    public static final String VERSION = "tenantmesh.dev/diff/v1";

    /** More rows than this a comment does not take. */
    private static final int MOST_ROWS = 250;

    private static final List<String> SUMMARY = List.of("from", "to", "gained", "lost", "less certain", "more certain");
    private static final List<String> DETAIL = List.of("change", "source", "destination", "ports", "how", "by");

    private final MeshDiff diff;
    private final Review review;
    private final SortedMap<Owners, List<Change>> byOwners;

    private DiffReport(MeshDiff diff, Review review) {
        this.diff = diff;
        this.review = review;
        this.byOwners = diff.byOwners();
    }

    /** The formats in which it is written. */
    public static List<Format> formats() {
        return List.of(Format.TEXT, Format.MD, Format.JSON);
    }

    /**
     * What changed, in one of the formats.
     *
     * @param review which widenings were approved
     */
    public static String of(MeshDiff diff, Review review, Format format) {
        DiffReport report = new DiffReport(diff, review);
        return switch (format) {
            case TEXT -> report.text();
            case MD -> report.markdown();
            case JSON -> report.json();
            case CSV, DOT, SARIF -> throw new IllegalArgumentException("A difference has no format " + format);
        };
    }

    private static String counts(List<Change> changes) {
        List<String> counts = new ArrayList<>();
        for (Change.Kind kind : Change.Kind.values()) {
            long count = count(changes, kind);
            if (count > 0) {
                counts.add(count + " " + kind.written());
            }
        }
        return String.join(", ", counts);
    }

    private static long count(List<Change> changes, Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    private static String pair(Owners owners) {
        return Printable.of(owners.from() + " -> " + owners.to());
    }

    private String text() {
        if (diff.isEmpty()) {
            return "nobody reaches anybody in another way than before\n";
        }
        StringBuilder text = new StringBuilder();
        byOwners.forEach((owners, changes) -> {
            text.append(pair(owners)).append(": ").append(counts(changes)).append('\n');
            DiffRows.of(changes).forEach(row -> text.append(row.text()).append('\n'));
        });
        besides().forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private List<String> besides() {
        List<String> lines = new ArrayList<>();
        for (ModeChange mode : diff.modes()) {
            String pod = "mutual TLS at " + mode.destination().id() + ": ";
            if (!mode.plaintext().isEmpty()) {
                lines.add(pod + "plaintext is let in now on " + mode.plaintext());
            }
            if (!mode.mutual().isEmpty()) {
                lines.add(pod + "no longer anything else on " + mode.mutual());
            }
        }
        pods("pods that are new: ", diff.appeared()).forEach(lines::add);
        pods("pods that are gone: ", diff.vanished()).forEach(lines::add);
        for (Review.Approved one : review.approved()) {
            lines.add("approved by " + one.approval().owner() + " until "
                    + one.approval().expires() + ": " + one.change().edge().source() + " to "
                    + one.change().edge().destination() + ", " + one.change().ports() + ": "
                    + one.approval().reason());
        }
        return lines.stream().map(Printable::of).toList();
    }

    private static Stream<String> pods(String title, SortedSet<String> pods) {
        return pods.isEmpty() ? Stream.empty() : Stream.of(title + String.join(", ", pods));
    }

    private String markdown() {
        if (diff.isEmpty()) {
            return "Nobody reaches anybody in another way than before.\n";
        }
        StringBuilder text = new StringBuilder("### Who reaches whom: " + counts(diff.changes()) + "\n\n");
        text.append(Cells.markdown(
                SUMMARY,
                byOwners.entrySet().stream()
                        .map(pair -> summary(pair.getKey(), pair.getValue()))
                        .toList()));
        int left = MOST_ROWS;
        for (var pair : byOwners.entrySet()) {
            List<DiffRows> rows = DiffRows.of(pair.getValue());
            details(pair.getKey(), rows, Math.min(left, rows.size()), text);
            left -= Math.min(left, rows.size());
        }
        besides().forEach(line -> text.append("\n- ").append(Cells.escaped(line)));
        return text.append('\n').toString();
    }

    private static List<String> summary(Owners owners, List<Change> changes) {
        Stream<String> counts = Stream.of(Change.Kind.values()).map(kind -> String.valueOf(count(changes, kind)));
        return Stream.concat(Stream.of(owners.from(), owners.to()), counts).toList();
    }

    private static void details(Owners owners, List<DiffRows> rows, int shown, StringBuilder text) {
        text.append("\n<details><summary>").append(Cells.escaped(pair(owners))).append("</summary>\n\n");
        if (shown > 0) {
            text.append(Cells.markdown(
                    DETAIL, rows.stream().limit(shown).map(DiffRows::cells).toList()));
        }
        if (shown < rows.size()) {
            text.append("\nand ").append(rows.size() - shown).append(" more lines, which the text and the JSON have\n");
        }
        text.append("\n</details>\n");
    }

    private String json() {
        ObjectNode root = Json.object();
        root.put("version", VERSION);
        ArrayNode owners = root.putArray("owners");
        byOwners.forEach((pair, changes) -> {
            ObjectNode written = owners.addObject().put("from", pair.from()).put("to", pair.to());
            for (Change.Kind kind : Change.Kind.values()) {
                written.put(name(kind), count(changes, kind));
            }
        });
        ArrayNode changes = root.putArray("changes");
        diff.changes().forEach(change -> write(change, changes.addObject()));
        ArrayNode modes = root.putArray("mutualTls");
        diff.modes()
                .forEach(mode -> modes.addObject()
                        .put("pod", mode.destination().id())
                        .put("plaintext", mode.plaintext().toString())
                        .put("mutualOnly", mode.mutual().toString()));
        ObjectNode pods = root.putObject("pods");
        diff.appeared().forEach(pods.putArray("appeared")::add);
        diff.vanished().forEach(pods.putArray("vanished")::add);
        ArrayNode open = root.putArray("unapproved");
        review.open().forEach(change -> write(change, open.addObject()));
        ArrayNode approved = root.putArray("approved");
        for (Review.Approved one : review.approved()) {
            ObjectNode written = approved.addObject();
            write(one.change(), written);
            written.put("owner", one.approval().owner());
            written.put("reason", one.approval().reason());
            written.put("expires", one.approval().expires().toString());
        }
        return Json.text(root);
    }

    private static String name(Change.Kind kind) {
        return switch (kind) {
            case GAINED -> "gained";
            case LOST -> "lost";
            case LESS_CERTAIN -> "lessCertain";
            case MORE_CERTAIN -> "moreCertain";
        };
    }

    private static void write(Change change, ObjectNode written) {
        Edge edge = change.edge();
        written.put("change", name(change.kind()));
        written.put("topic", edge.topic().written());
        written.put("source", edge.source().id());
        written.put("sourceOwner", edge.source().owner());
        written.put("destination", edge.destination().id());
        written.put("destinationOwner", edge.destination().owner());
        written.put(
                "ports",
                edge.topic() == Edge.Topic.BINDABLE ? "" : change.ports().toString());
        written.put("how", edge.how());
        written.put("by", edge.by());
        ArrayNode because = written.putArray("because");
        change.because().forEach(origin -> because.add(origin.toString()));
    }
}
