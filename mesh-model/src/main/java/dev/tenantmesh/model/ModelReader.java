package dev.tenantmesh.model;

import dev.tenantmesh.model.ModelFiles.ModelFile;
import dev.tenantmesh.model.check.WellFormedValues;
import dev.tenantmesh.model.export.Export;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.yaml.DocumentReader;
import dev.tenantmesh.model.yaml.MappingNode;
import dev.tenantmesh.model.yaml.Nearest;
import dev.tenantmesh.model.yaml.Node;
import dev.tenantmesh.model.yaml.Origins;
import dev.tenantmesh.model.yaml.RecordBinder;
import dev.tenantmesh.model.yaml.RefusedNode;
import dev.tenantmesh.model.yaml.ScalarNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads mesh documents into a checked model. If a document cannot be bound, the others are still checked value by
 * value, but not against each other: what is missing would only cause misleading follow-up problems.
 */
final class ModelReader {

    static final String API_VERSION = "tenantmesh.dev/v1";

    private final Problems problems = new Problems();
    private final Origins origins = new Origins();
    private final RecordBinder binder = new RecordBinder(problems, origins);
    private final List<Platform> platforms = new ArrayList<>();
    private final List<Mesh> meshes = new ArrayList<>();
    private final List<Tenant> tenants = new ArrayList<>();
    private final List<Export> exports = new ArrayList<>();

    MeshModel read(ModelFiles.Found found, @Nullable String only) {
        problems.addAll(found.problems());
        found.files().forEach(this::read);
        if (problems.hasErrors()) {
            WellFormedValues values = new WellFormedValues(origins, problems);
            platforms.forEach(values::check);
            meshes.forEach(values::check);
            tenants.forEach(values::check);
            exports.forEach(export -> values.check(export.tenant()));
            problems.throwIfErrors();
        }
        List<Tenant> foreign = new Exports(tenants, origins, problems).foreign(exports);
        Scope scope = new Scope(only, foreign.stream().map(Tenant::name).collect(Collectors.toUnmodifiableSet()));
        tenants.addAll(foreign);
        return MeshModel.checked(new Documents(platforms, meshes, tenants, origins), scope, problems);
    }

    private void read(ModelFile file) {
        try (InputStream in = file.content().open()) {
            byte[] content = in.readNBytes(DocumentReader.MAX_BYTES + 1);
            DocumentReader.read(file.source(), content, problems).forEach(document -> read(file, document));
        } catch (IOException e) {
            problems.error(
                    ProblemCode.UNREADABLE_FILE,
                    Origin.ofFile(file.source()),
                    "",
                    "The file cannot be read.",
                    "Check its permissions.");
        }
    }

    private void read(ModelFile file, MappingNode document) {
        String kind = kind(document);
        MappingNode body = document.without(Set.of("apiVersion", "kind"));
        switch (kind) {
            case "Platform" -> add(platforms, binder.bind(body, Platform.class));
            case "Mesh" -> add(meshes, binder.bind(body, Mesh.class));
            case "Tenant" -> add(tenants, binder.bind(body, Tenant.class));
            case "Export" -> Export.bind(body, problems, origins).ifPresent(exports::add);
            default -> {
                return;
            }
        }
        TenantFiles.check(file, kind, document, problems);
    }

    private static <T> void add(List<T> all, @Nullable T one) {
        if (one != null) {
            all.add(one);
        }
    }

    private String kind(MappingNode document) {
        expect(document, "apiVersion", Set.of(API_VERSION));
        return expect(document, "kind", Set.of("Platform", "Mesh", "Tenant", "Export"));
    }

    private String expect(MappingNode document, String key, Set<String> allowed) {
        Node node = document.get(key);
        List<String> choices = allowed.stream().sorted().toList();
        if (node == null) {
            reportMissing(document, key, choices);
            return "";
        }
        String text = node instanceof ScalarNode scalar ? scalar.text() : "";
        if (!allowed.contains(text) && !(node instanceof RefusedNode)) {
            problems.error(
                    ProblemCode.UNKNOWN_VALUE,
                    node.origin(),
                    text,
                    "This is not " + (key.equals("kind") ? "a kind" : "an apiVersion") + " of mesh documents.",
                    Nearest.question(text, choices) + "Write one of: " + String.join(", ", choices) + ".");
        }
        return text;
    }

    /** Where keys were refused and left out, one that is missing says nothing. */
    private void reportMissing(MappingNode document, String key, List<String> choices) {
        if (document.isComplete()) {
            problems.error(
                    ProblemCode.MISSING_KEY,
                    document.origin(),
                    "",
                    "The document has no " + key + ".",
                    "Add `" + key + ": ` and one of: " + String.join(", ", choices) + ".");
        }
    }
}
