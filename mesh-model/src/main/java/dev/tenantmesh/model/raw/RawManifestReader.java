package dev.tenantmesh.model.raw;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.DocumentReader;
import dev.tenantmesh.model.yaml.MappingNode;
import dev.tenantmesh.model.yaml.Node;
import dev.tenantmesh.model.yaml.PlainValues;
import dev.tenantmesh.model.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects as strictly as mesh documents are read, and refuses what does not belong into a repository: what a
 * cluster writes itself, and lists, which hide how many objects there are.
 */
public final class RawManifestReader {

    private static final String PART = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";
    private static final Pattern NAMESPACE = Pattern.compile(PART);
    private static final Pattern NAME = Pattern.compile(PART + "(?:\\." + PART + ")*");
    private static final Pattern API_VERSION = Pattern.compile("(?:" + NAME.pattern() + "/)?v[0-9][a-z0-9]*");
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z0-9]{0,62}");
    private static final Set<String> METADATA = Set.of("name", "namespace", "labels", "annotations");

    private final Problems problems;

    /** @param problems takes what is wrong */
    public RawManifestReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The objects of a file; those that cannot be taken in are reported and left out.
     *
     * @param owner the Mesh or Tenant that names the file
     * @param entry the model entry that names it
     * @param file relative to the document that names it
     * @param source the file as the user knows it, for the origins
     * @param content its bytes
     */
    public List<RawManifest> read(Record owner, String entry, String file, String source, byte[] content) {
        List<RawManifest> manifests = new ArrayList<>();
        for (MappingNode document : DocumentReader.readRaw(source, content, problems)) {
            Problems found = new Problems();
            RawManifest manifest = read(owner, entry, file, document, found);
            problems.addAll(found);
            if (!found.hasErrors()) {
                manifests.add(manifest);
            }
        }
        return manifests;
    }

    private static RawManifest read(Record owner, String entry, String file, MappingNode document, Problems found) {
        String apiVersion = text(document, document, "apiVersion", API_VERSION, found);
        String kind = text(document, document, "kind", KIND, found);
        Map<String, @Nullable Object> body =
                new PlainValues(found).of(document.without(Set.of("apiVersion", "kind", "metadata")));
        refuseForms(document, kind, found);
        MappingNode metadata = document.get("metadata") instanceof MappingNode mapping ? mapping : null;
        if (metadata == null) {
            if (document.isComplete()) {
                malformed(document.origin(), "", "The object has no metadata.", "Add `metadata:` with a name.", found);
            }
            return new RawManifest(owner, entry, file, apiVersion, kind, "", "", Map.of(), body, document);
        }
        String name = text(document, metadata, "name", NAME, found);
        String namespace =
                metadata.get("namespace") == null ? "" : text(document, metadata, "namespace", NAMESPACE, found);
        checkMetadata(metadata, found);
        Map<String, @Nullable Object> values = new PlainValues(found).of(metadata);
        return new RawManifest(owner, entry, file, apiVersion, kind, namespace, name, values, body, document);
    }

    private static String text(MappingNode document, MappingNode in, String key, Pattern pattern, Problems found) {
        Node node = in.get(key);
        if (node == null && in.isComplete()) {
            malformed(document.origin(), "", "The object has no " + key + ".", "Add `" + key + ": ...`.", found);
        } else if (node != null) {
            String text = node instanceof ScalarNode scalar ? scalar.text() : "";
            if (pattern.matcher(text).matches()) {
                return text;
            }
            malformed(node.origin(), text, "Kubernetes does not accept this " + key + ".", "Correct it.", found);
        }
        return "";
    }

    private static void refuseForms(MappingNode document, String kind, Problems found) {
        if (kind.endsWith("List") && document.get("items") != null) {
            malformed(
                    document.origin(),
                    kind,
                    "A list hides its objects.",
                    "Write its items as documents of their own, separated by `---`.",
                    found);
        }
        Node status = document.get("status");
        if (status != null) {
            malformed(document.keyOrigin("status"), "status", "A cluster writes it.", "Remove it.", found);
        }
    }

    private static void checkMetadata(MappingNode metadata, Problems found) {
        for (MappingNode.Entry entry : metadata.entries()) {
            String key = entry.key().text();
            if (!METADATA.contains(key)) {
                malformed(
                        entry.key().origin(),
                        key,
                        "A cluster writes it, or gives a meaning to it that no repository can keep.",
                        "Keep only name, namespace, labels and annotations.",
                        found);
            } else if (key.endsWith("s")) {
                checkStrings(entry.value(), found);
            }
        }
    }

    private static void checkStrings(Node labels, Problems found) {
        if (!(labels instanceof MappingNode mapping)) {
            malformed(labels.origin(), "", "A mapping is expected here.", "Write `{key: value}`.", found);
            return;
        }
        for (Object value : new PlainValues(new Problems()).of(mapping).entrySet()) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) value;
            if (!(entry.getValue() instanceof String)) {
                Node node = mapping.get(String.valueOf(entry.getKey()));
                Origin origin = node == null ? mapping.origin() : node.origin();
                String why = "Labels and annotations are text.";
                malformed(origin, String.valueOf(entry.getValue()), why, "Write it with quotes.", found);
            }
        }
    }

    private static void malformed(Origin origin, String written, String why, String fix, Problems found) {
        found.error(ProblemCode.MANIFEST_MALFORMED, origin, written, why, fix);
    }
}
