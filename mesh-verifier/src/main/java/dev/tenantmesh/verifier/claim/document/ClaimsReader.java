package dev.tenantmesh.verifier.claim.document;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.DocumentReader;
import dev.tenantmesh.model.yaml.MappingNode;
import dev.tenantmesh.model.yaml.Nearest;
import dev.tenantmesh.model.yaml.Node;
import dev.tenantmesh.model.yaml.Origins;
import dev.tenantmesh.model.yaml.RecordBinder;
import dev.tenantmesh.model.yaml.RefusedNode;
import dev.tenantmesh.model.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads documents of claims, as strictly as those of a model: what is not understood is reported, and nothing is left out. */
public final class ClaimsReader {

    private final Problems problems;
    private final Origins origins = new Origins();
    private final RecordBinder binder;
    private final List<ClaimsDocument> documents = new ArrayList<>();

    /**
     * @param problems takes everything that is wrong
     */
    public ClaimsReader(Problems problems) {
        this.problems = problems;
        this.binder = new RecordBinder(problems, origins);
    }

    /**
     * Reads the documents of one file.
     *
     * @param source the file as the user named it
     * @param content its bytes
     */
    public ClaimsReader read(String source, byte[] content) {
        DocumentReader.read(source, content, problems).forEach(this::document);
        return this;
    }

    /** What was read; of a document in which something is wrong there is nothing. */
    public WrittenClaims written() {
        return new WrittenClaims(documents, origins);
    }

    private void document(MappingNode node) {
        boolean version = says(node, "apiVersion", "tenantmesh.dev/v1");
        boolean kind = says(node, "kind", "Claims");
        if (version && kind) {
            ClaimsDocument document = binder.bind(node.without(Set.of("apiVersion", "kind")), ClaimsDocument.class);
            if (document != null) {
                documents.add(document);
            }
        }
    }

    private boolean says(MappingNode node, String key, String wanted) {
        Node value = node.get(key);
        if (value == null) {
            String why = "The document has no " + key + ".";
            problems.error(ProblemCode.MISSING_KEY, node.origin(), "", why, "Add `" + key + ": " + wanted + "`.");
            return false;
        }
        String text = value instanceof ScalarNode scalar ? scalar.text() : "";
        if (!text.equals(wanted) && !(value instanceof RefusedNode)) {
            problems.error(
                    ProblemCode.UNKNOWN_VALUE,
                    value.origin(),
                    text,
                    "This is not the " + key + " of documents of claims.",
                    Nearest.question(text, List.of(wanted)) + "Write `" + key + ": " + wanted + "`.");
        }
        return text.equals(wanted);
    }
}
