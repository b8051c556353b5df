package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads the documents of one text. Refuses what two readers of YAML may understand in two ways: keys that stand twice,
 * anchors and aliases, merge keys and tags. Of a document in which anything was refused, nothing is handed out: a proof
 * over the rest would be about another document.
 */
final class YamlDocuments {

    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ);

    private final String source;
    private final Problems problems;
    private int refused;

    private YamlDocuments(String source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The documents that are not empty, in the order written. */
    static List<Value> read(String source, String text, LoadOptions limits, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(limits.fileBytes());
        options.setNestingDepthLimit(limits.depth());
        options.setMaxAliasesForCollections(1);
        return new YamlDocuments(source, problems).read(text, new Yaml(options), limits);
    }

    private List<Value> read(String text, Yaml yaml, LoadOptions limits) {
        List<Value> documents = new ArrayList<>();
        try {
            for (Node root : yaml.composeAll(new java.io.StringReader(text))) {
                if (documents.size() >= limits.documents()) {
                    refuse(ProblemCode.LIMIT_EXCEEDED, root, "", "The file has too many documents.", "Split it.");
                    return documents;
                }
                document(root).ifPresent(documents::add);
            }
        } catch (YAMLException | NumberFormatException failure) {
            syntax(failure);
        }
        return documents;
    }

    private Optional<Value> document(Node root) {
        int before = refused;
        Value value = value(root);
        return refused > before || value.isNothing() ? Optional.empty() : Optional.of(value);
    }

    /** What has an anchor is not looked into: it may be inside itself. */
    private Value value(Node node) {
        if (node.getAnchor() != null) {
            refuse(
                    ProblemCode.UNSAFE_YAML,
                    node,
                    "&" + node.getAnchor(),
                    "Readers do not agree on anchors and aliases.",
                    "Write the value itself where it is used.");
            return new Scalar("", Scalar.Type.NOTHING, origin(node));
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            return new Sequence(sequence.getValue().stream().map(this::value).toList(), origin(node));
        }
        return scalar((ScalarNode) node);
    }

    private Mapping mapping(MappingNode node) {
        checkTag(node);
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            String key = key(tuple.getKeyNode());
            if (key == null) {
                continue;
            }
            Mapping.Entry entry = new Mapping.Entry(origin(tuple.getKeyNode()), value(tuple.getValueNode()));
            Mapping.@Nullable Entry first = entries.putIfAbsent(key, entry);
            if (first != null) {
                refuse(
                        ProblemCode.DUPLICATE_KEY,
                        tuple.getKeyNode(),
                        key,
                        "This key stands twice in one mapping; the first is at " + first.key() + ".",
                        "Keep one of them.");
            }
        }
        return new Mapping(entries, origin(node));
    }

    private @Nullable String key(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            refuse(ProblemCode.UNSAFE_YAML, node, "", "A list or mapping cannot be a key.", "Write a single word.");
            return null;
        }
        if (scalar.isPlain() && scalar.getValue().equals("<<")) {
            refuse(ProblemCode.UNSAFE_YAML, node, "<<", "This is a merge key.", "Write the keys themselves.");
            return null;
        }
        return scalar.getValue();
    }

    private Scalar scalar(ScalarNode node) {
        checkTag(node);
        return new Scalar(node.getValue(), type(node), origin(node));
    }

    private static Scalar.Type type(ScalarNode node) {
        if (!node.isPlain()) {
            return Scalar.Type.TEXT;
        }
        if (node.getTag().equals(Tag.NULL)) {
            return Scalar.Type.NOTHING;
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return Scalar.Type.TRUTH;
        }
        return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT) ? Scalar.Type.NUMBER : Scalar.Type.TEXT;
    }

    private void checkTag(Node node) {
        if (!PLAIN_TAGS.contains(node.getTag())) {
            refuse(
                    ProblemCode.UNSAFE_YAML,
                    node,
                    node.getTag().getValue(),
                    "This is a tag; the type of a value comes from its field.",
                    "Remove it.");
        }
    }

    private void refuse(ProblemCode code, Node node, String written, String why, String fix) {
        refused++;
        problems.error(code, origin(node), written, why, fix);
    }

    private void syntax(RuntimeException failure) {
        Mark mark = failure instanceof MarkedYAMLException marked ? marked.getProblemMark() : null;
        Origin origin = mark == null ? Origin.ofFile(source) : origin(mark);
        String message = failure instanceof MarkedYAMLException marked ? String.valueOf(marked.getProblem()) : "";
        boolean limit = String.valueOf(failure.getMessage()).contains("exceed");
        problems.error(
                limit ? ProblemCode.LIMIT_EXCEEDED : ProblemCode.YAML_SYNTAX,
                origin,
                "",
                limit ? "The text is larger or deeper than the loader takes." : "This is not YAML: " + message + ".",
                limit ? "Split it." : "Check quotes, brackets and indentation.");
    }

    private Origin origin(Node node) {
        return origin(node.getStartMark());
    }

    private Origin origin(Mark mark) {
        return new Origin(source, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
