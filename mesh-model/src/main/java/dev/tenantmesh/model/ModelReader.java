package dev.tenantmesh.model;

import dev.tenantmesh.model.ModelFiles.ModelFile;
import dev.tenantmesh.model.check.value.WellFormedValues;
import dev.tenantmesh.model.environment.Environments;
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
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads mesh documents into a checked model. If a document cannot be bound, the others are still checked value by
 * value, but not against each other: what is missing would only cause misleading follow-up problems.
 */
final class ModelReader {

    static final String API_VERSION = "tenantmesh.dev/v1";

    /** Every kind of document. */
    static final Map<String, Kind> KINDS = Map.of(
            "Export", new Kind(Export.class, Tenant.class, Export::mayHold),
            "Mesh", Kind.of(Mesh.class),
            "Platform", Kind.of(Platform.class),
            "Tenant", Kind.of(Tenant.class));

    /**
     * A kind of document.
     *
     * @param document what it says
     * @param body the record that its keys become
     * @param known the keys that it may hold, of that record and of those within
     */
    record Kind(Class<? extends Record> document, Class<? extends Record> body, Predicate<RecordComponent> known) {

        private static Kind of(Class<? extends Record> document) {
            return new Kind(document, document, component -> true);
        }
    }

    private final Problems problems = new Problems();
    private final Origins origins = new Origins();
    private final RecordBinder binder = new RecordBinder(problems, origins);
    private final Environments environments = new Environments(binder, problems);
    private final List<Platform> platforms = new ArrayList<>();
    private final List<Mesh> meshes = new ArrayList<>();
    private final List<Tenant> tenants = new ArrayList<>();
    private final List<Export> exports = new ArrayList<>();
    private final ManifestFiles manifests = new ManifestFiles(problems);
    private final @Nullable String only;

    /**
     * A reader of one model.
     *
     * @param only the only tenant to render; null: every tenant, and the platform
     */
    ModelReader(@Nullable String only) {
        this.only = only;
    }

    MeshModel read(ModelFiles.Found found) {
        problems.addAll(found.problems());
        found.files().forEach(this::read);
        platforms.addAll(environments.platforms());
        if (!problems.hasErrors()) {
            manifests.reportUnnamed(found.raw());
        }
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
        Documents documents = new Documents(platforms, meshes, tenants, manifests.manifests(), origins);
        return MeshModel.checked(documents, scope, problems);
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
            case "Platform" -> environments.add(body);
            case "Mesh" -> add(file, binder.bind(body, Mesh.class));
            case "Tenant" -> add(file, binder.bind(body, Tenant.class));
            case "Export" -> Export.bind(body, problems, origins).ifPresent(exports::add);
            default -> {
                return;
            }
        }
        TenantFiles.check(file, kind, document, problems);
    }

    private void add(ModelFile file, @Nullable Mesh mesh) {
        if (mesh != null) {
            meshes.add(mesh);
            boolean rendered = only == null;
            readManifests(new Naming(file, mesh, "mesh/" + mesh.name(), rendered), mesh.manifests());
        }
    }

    private void add(ModelFile file, @Nullable Tenant tenant) {
        if (tenant != null) {
            tenants.add(tenant);
            boolean rendered = only == null || only.equals(tenant.name());
            readManifests(new Naming(file, tenant, "tenant/" + tenant.name(), rendered), tenant.manifests());
        }
    }

    /** A document that names raw manifests. */
    private record Naming(ModelFile file, Record owner, String entry, boolean rendered) {}

    private void readManifests(Naming by, List<String> paths) {
        for (int i = 0; i < paths.size(); i++) {
            Origin origin = origins.of(by.owner(), "manifests", i);
            if (by.rendered()) {
                manifests.read(by.file(), by.owner(), by.entry() + "/manifests", paths.get(i), origin);
            } else {
                manifests.passOver(by.file(), by.owner(), paths.get(i), origin);
            }
        }
    }

    private String kind(MappingNode document) {
        expect(document, "apiVersion", Set.of(API_VERSION));
        return expect(document, "kind", KINDS.keySet());
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
