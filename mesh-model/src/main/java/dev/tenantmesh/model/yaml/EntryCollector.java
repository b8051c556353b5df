package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the entries of one mapping; leaves out, after reporting, those whose key is not a plain word of its own. */
final class EntryCollector {

    private static final String MERGE = "<<";

    private final Problems problems;
    private final Map<String, MappingNode.Entry> entries = new LinkedHashMap<>();
    private boolean complete = true;

    EntryCollector(Problems problems) {
        this.problems = problems;
    }

    void add(Node key, Node value) {
        if (key instanceof ScalarNode name && isAllowed(name)) {
            put(name, value);
        } else {
            complete = false;
        }
        if (key instanceof ListNode || key instanceof MappingNode) {
            refuse(key.origin(), "", "A list or mapping cannot be a key.", "Write a single word.");
        }
    }

    MappingNode mapping(Origin origin) {
        return new MappingNode(List.copyOf(entries.values()), complete, origin);
    }

    private void put(ScalarNode key, Node value) {
        MappingNode.@Nullable Entry first = entries.putIfAbsent(key.text(), new MappingNode.Entry(key, value));
        if (first != null) {
            String why = "This key stands twice in one mapping; the first is at "
                    + first.key().origin() + ".";
            problems.error(ProblemCode.DUPLICATE_KEY, key.origin(), key.text(), why, "Keep one of them.");
        }
    }

    private boolean isAllowed(ScalarNode key) {
        if (!key.quoted() && key.text().equals(MERGE)) {
            return refuse(key.origin(), MERGE, "This is a merge key.", "Write the keys themselves.");
        }
        if (key.isNull() || key.text().isEmpty()) {
            return refuse(key.origin(), key.text(), "This is not a key.", "Write a word before the colon.");
        }
        if (!key.text().codePoints().allMatch(SourceText::isAllowed)) {
            return refuse(key.origin(), key.text(), "A key stands on one line.", "Write a single word.");
        }
        return true;
    }

    private boolean refuse(Origin origin, String written, String why, String fix) {
        problems.error(ProblemCode.UNSAFE_YAML, origin, written, why, fix);
        return false;
    }
}
