package dev.tenantmesh.model;

import dev.tenantmesh.model.check.Rules;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.model.raw.RawManifest;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.yaml.Origins;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything the teams said, checked: whoever holds one knows that every name resolves and nothing contradicts.
 * Platforms, meshes and tenants are sorted by name, so that the order of files and documents has no effect.
 */
public final class MeshModel {

    private final List<Platform> platforms;
    private final List<Mesh> meshes;
    private final List<Tenant> tenants;
    private final List<RawManifest> manifests;
    private final Origins origins;
    private final Problems findings;

    private MeshModel(Documents documents, Origins origins) {
        this.platforms = documents.platforms().stream()
                .sorted(Comparator.comparing(Platform::name))
                .toList();
        this.meshes = documents.meshes().stream()
                .sorted(Comparator.comparing(Mesh::name))
                .toList();
        this.tenants = documents.tenants().stream()
                .sorted(Comparator.comparing(Tenant::name))
                .toList();
        this.manifests = documents.manifests().stream()
                .sorted(Comparator.comparing(RawManifest::identity).thenComparing(manifest -> manifest.origin()))
                .toList();
        this.origins = origins;
        this.findings = new Problems();
    }

    /**
     * Reads and checks every {@code *.yaml} and {@code *.yml} below some folders, or single files.
     *
     * @throws ProblemsException with everything that is wrong, if anything is
     */
    public static MeshModel read(Path... paths) {
        return new ModelReader().read(ModelFiles.below(List.of(paths)));
    }

    /**
     * Checks a model built in Java.
     *
     * @throws ProblemsException with everything that is wrong, if anything is
     */
    public static MeshModel of(Collection<Platform> platforms, Collection<Mesh> meshes, Collection<Tenant> tenants) {
        Origins origins = new Origins();
        Problems problems = new Problems();
        ModelPaths paths = new ModelPaths(origins, problems);
        platforms.forEach(platform -> paths.name(platform, "platform/" + platform.name()));
        meshes.forEach(mesh -> paths.name(mesh, "mesh/" + mesh.name()));
        tenants.forEach(tenant -> paths.name(tenant, "tenant/" + tenant.name()));
        meshes.forEach(mesh -> refuseManifests(mesh.manifests(), origins.of(mesh, "manifests"), problems));
        tenants.forEach(tenant -> refuseManifests(tenant.manifests(), origins.of(tenant, "manifests"), problems));
        problems.throwIfErrors();
        return checked(new Documents(platforms, meshes, tenants, List.of()), origins, problems);
    }

    private static void refuseManifests(List<String> paths, Origin origin, Problems problems) {
        paths.forEach(path -> problems.error(
                ProblemCode.MANIFEST_PATH,
                origin,
                path,
                "A model built in Java has no folder that this could be relative to.",
                "Hand such objects to your client yourself, or write the document to a file."));
    }

    /** What was read or built, not yet checked. */
    record Documents(
            Collection<Platform> platforms,
            Collection<Mesh> meshes,
            Collection<Tenant> tenants,
            Collection<RawManifest> manifests) {}

    static MeshModel checked(Documents documents, Origins origins, Problems problems) {
        MeshModel model = new MeshModel(documents, origins);
        Rules.check(model, problems);
        problems.throwIfErrors();
        model.findings.addAll(problems);
        return model;
    }

    public List<Platform> platforms() {
        return platforms;
    }

    public List<Mesh> meshes() {
        return meshes;
    }

    public List<Tenant> tenants() {
        return tenants;
    }

    /** The raw objects that the documents name; sorted, so that the order of files has no effect. */
    public List<RawManifest> manifests() {
        return manifests;
    }

    /** Where each record was written. */
    public Origins origins() {
        return origins;
    }

    /** Warnings and information found while checking; never an error. */
    public Problems findings() {
        return findings;
    }

    /** The mesh of a name. */
    public Optional<Mesh> mesh(String name) {
        return meshes.stream().filter(mesh -> mesh.name().equals(name)).findFirst();
    }

    /** The tenant of a name. */
    public Optional<Tenant> tenant(String name) {
        return tenants.stream().filter(tenant -> tenant.name().equals(name)).findFirst();
    }

    /** The tenants of a mesh, sorted by name. */
    public List<Tenant> tenantsOf(Mesh mesh) {
        return tenants.stream()
                .filter(tenant -> tenant.mesh().equals(mesh.name()))
                .toList();
    }
}
