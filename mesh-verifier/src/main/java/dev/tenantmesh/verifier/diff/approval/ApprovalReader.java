package dev.tenantmesh.verifier.diff.approval;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Nearest;
import dev.tenantmesh.verifier.diff.PortSet;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.PlainDocuments;
import dev.tenantmesh.verifier.load.Scalar;
import dev.tenantmesh.verifier.load.Sequence;
import dev.tenantmesh.verifier.load.Value;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads approvals: YAML documents, each with a list {@code approvals}. A key that nobody knows is refused, since an
 * approval without it would approve something else.
 */
public final class ApprovalReader {

    private static final String LIST = "approvals";
    private static final List<String> KEYS = List.of("from", "to", "ports", "how", "owner", "reason", "expires");
    private static final Pattern PORTS = Pattern.compile("(tcp|udp|sctp)(?:/([0-9]{1,5})(?:-([0-9]{1,5}))?)?");
    private static final int LAST_PORT = 65_535;

    private final Problems problems;

    private ApprovalReader(Problems problems) {
        this.problems = problems;
    }

    /** The approvals of the documents of a file. */
    public static List<Approval> read(List<Value> documents, Problems problems) {
        return new ApprovalReader(problems).documents(documents);
    }

    /** The approvals of a text. */
    public static List<Approval> read(String shown, String text, Problems problems) {
        return read(PlainDocuments.read(shown, text, problems), problems);
    }

    private List<Approval> documents(List<Value> documents) {
        List<Approval> approvals = new ArrayList<>();
        for (Value document : documents) {
            if (!(document instanceof Mapping mapping)) {
                refuse(document.origin(), "", "A document of approvals has fields.", "Start it with `approvals:`.");
                continue;
            }
            refuseUnknown(mapping, List.of(LIST));
            if (mapping.get(LIST) instanceof Sequence list) {
                list.items().forEach(item -> approval(item).ifPresent(approvals::add));
            } else {
                String why = "A document of approvals has a list of them.";
                refuse(mapping.origin(), "", why, "Write `approvals:` and start each of them with `- `.");
            }
        }
        return approvals;
    }

    private Optional<Approval> approval(Value item) {
        if (!(item instanceof Mapping mapping)) {
            refuse(item.origin(), "", "An approval has fields.", "Write: " + String.join(", ", KEYS) + ".");
            return Optional.empty();
        }
        refuseUnknown(mapping, KEYS);
        Optional<PortSet> ports = ports(mapping);
        Optional<LocalDate> expires = text(mapping, "expires").flatMap(this::day);
        List<Optional<Scalar>> texts = Arrays.asList(
                text(mapping, "from"),
                text(mapping, "to"),
                text(mapping, "how"),
                text(mapping, "owner"),
                text(mapping, "reason"));
        if (ports.isEmpty() || expires.isEmpty() || texts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<String> written =
                texts.stream().flatMap(Optional::stream).map(Scalar::text).toList();
        return Optional.of(new Approval(
                written.get(0),
                written.get(1),
                ports.get(),
                written.get(2),
                written.get(3),
                written.get(4),
                expires.get(),
                mapping.origin()));
    }

    private Optional<Scalar> text(Mapping mapping, String key) {
        if (mapping.get(key) instanceof Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar);
        }
        refuse(mapping.originOf(key), key, "An approval says this in one value.", "Write `" + key + ": ...`.");
        return Optional.empty();
    }

    private Optional<LocalDate> day(Scalar scalar) {
        try {
            return Optional.of(LocalDate.parse(scalar.text()));
        } catch (DateTimeParseException unreadable) {
            refuse(scalar.origin(), scalar.text(), "This is no day of the calendar.", "Write it as 2027-01-31.");
            return Optional.empty();
        }
    }

    private Optional<PortSet> ports(Mapping mapping) {
        Value value = mapping.get("ports");
        List<Scalar> written = value instanceof Scalar one ? List.of(one) : mapping.scalars("ports");
        List<PortRange> ranges = new ArrayList<>();
        for (Scalar ports : written) {
            List<PortRange> some = ranges(ports.text());
            if (some.isEmpty()) {
                String fix = "Write tcp/8080, tcp/8000-8099, udp, or any.";
                refuse(ports.origin(), ports.text(), "These are no ports.", fix);
                return Optional.empty();
            }
            ranges.addAll(some);
        }
        if (ranges.isEmpty()) {
            String why = "An approval says on which ports.";
            refuse(mapping.originOf("ports"), "ports", why, "Write `ports: [tcp/8080]`, or `ports: any`.");
            return Optional.empty();
        }
        return Optional.of(PortSet.of(ranges));
    }

    private static List<PortRange> ranges(String written) {
        if (written.equals("any")) {
            return Arrays.stream(Port.Protocol.values())
                    .map(protocol -> new PortRange(protocol, 1, LAST_PORT))
                    .toList();
        }
        Matcher form = PORTS.matcher(written);
        if (!form.matches()) {
            return List.of();
        }
        Port.Protocol protocol = Port.Protocol.valueOf(form.group(1).toUpperCase(Locale.ROOT));
        int first = form.group(2) == null ? 1 : Integer.parseInt(form.group(2));
        int single = form.group(2) == null ? LAST_PORT : first;
        int last = form.group(3) == null ? single : Integer.parseInt(form.group(3));
        boolean valid = first >= 1 && first <= last && last <= LAST_PORT;
        return valid ? List.of(new PortRange(protocol, first, last)) : List.of();
    }

    private void refuseUnknown(Mapping mapping, List<String> known) {
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                String fix = Nearest.question(key, known) + "Known are: " + String.join(", ", known) + ".";
                refuse(entry.key(), key, "There is no such key in approvals.", fix);
            }
        });
    }

    private void refuse(Origin origin, String written, String why, String fix) {
        problems.error(ProblemCode.APPROVAL_INVALID, origin, written, why, fix);
    }
}
