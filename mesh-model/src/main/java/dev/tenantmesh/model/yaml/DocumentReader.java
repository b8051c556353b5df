package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the documents of one file. Accepts only the part of YAML that every reader understands alike, within limits no
 * honest file reaches. After a syntax error the rest of the file cannot be read; what came before is still returned and
 * reported.
 */
public final class DocumentReader {

    /** No mesh file has more; whoever reads one need not read on. */
    public static final int MAX_BYTES = 1 << 20;

    private final String source;
    private final Problems problems;
    private final boolean raw;
    private final List<MappingNode> documents = new ArrayList<>();
    private boolean found;

    private DocumentReader(String source, boolean raw, Problems problems) {
        this.source = source;
        this.problems = problems;
        this.raw = raw;
    }

    /**
     * Reads a file.
     *
     * @param source the file as the user named it, for the origins
     * @param content its bytes, which should be UTF-8
     * @param problems takes what is wrong with it
     * @return the documents that could be read, in the order written; empty ones are left out
     */
    public static List<MappingNode> read(String source, byte[] content, Problems problems) {
        return read(source, content, false, problems);
    }

    /** The same of a file of raw manifests, YAML or JSON. */
    public static List<MappingNode> readRaw(String source, byte[] content, Problems problems) {
        return read(source, content, true, problems);
    }

    private static List<MappingNode> read(String source, byte[] content, boolean raw, Problems problems) {
        DocumentReader reader = new DocumentReader(source, raw, problems);
        if (content.length > MAX_BYTES) {
            String why = "The file has more than " + MAX_BYTES + " bytes.";
            problems.error(ProblemCode.LIMIT_EXCEEDED, Origin.ofFile(source), "", why, "Split it.");
            return List.of();
        }
        String text = SourceText.read(source, content, problems);
        if (text != null) {
            reader.parse(text);
        }
        return List.copyOf(reader.documents);
    }

    private void parse(String text) {
        try {
            NodeComposer composer = new NodeComposer(source, text, raw, problems);
            for (Node root = composer.next(); root != null; root = composer.next()) {
                take(root);
            }
            if (!found) {
                String why = "The file holds no document.";
                problems.error(ProblemCode.UNREADABLE_FILE, Origin.ofFile(source), "", why, "Write one or delete it.");
            }
        } catch (NodeComposer.LimitException limit) {
            String why = String.valueOf(limit.getMessage());
            problems.error(ProblemCode.LIMIT_EXCEEDED, limit.origin, "", why, "Split it.");
        } catch (YAMLException failure) {
            SyntaxProblem.report(failure, source, text, problems);
        }
    }

    private void take(Node root) {
        if (root instanceof ScalarNode scalar && scalar.text().isEmpty() && !scalar.quoted()) {
            return;
        }
        found = true;
        if (root instanceof MappingNode mapping) {
            documents.add(mapping);
        } else if (!(root instanceof RefusedNode)) {
            String written = root instanceof ScalarNode scalar ? scalar.text() : "";
            String why = raw ? "An object is a mapping." : "A mesh document is a mapping.";
            problems.error(ProblemCode.WRONG_TYPE, root.origin(), written, why, "Start it with `kind: ...`.");
        }
    }
}
