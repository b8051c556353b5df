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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
    private final Scope scope;
    private final DocumentOwners owners;
    private final @Nullable Set<String> somePlatforms;
    private final @Nullable Placement placement;

    private MeshModel(
            Documents documents, Scope scope, @Nullable Set<String> somePlatforms, @Nullable Placement placement) {
        this.platforms = documents.platforms().stream()
                .filter(platform -> somePlatforms == null || somePlatforms.contains(platform.name()))
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
        this.origins = documents.origins();
        this.findings = new Problems();
        this.scope = scope;
        this.owners = new DocumentOwners(documents);
        this.somePlatforms = somePlatforms;
        this.placement = placement;
    }

    /**
     * Reads and checks every {@code *.yaml} and {@code *.yml} below some folders, or single files.
     *
     * @throws ProblemsException with everything that is wrong, if anything is
     */
    public static MeshModel read(Path... paths) {
        return read(ModelSources.of(paths));
    }

    /**
     * Reads and checks documents from files and from a class path, possibly for one tenant only.
     *
     * @throws ProblemsException with everything that is wrong, if anything is
     */
    public static MeshModel read(ModelSources sources) {
        return new ModelReader(sources.tenant()).read(sources.found());
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
        return checked(new Documents(platforms, meshes, tenants, List.of(), origins), Scope.ALL, problems);
    }

    /**
     * The model as it would be with other meshes and tenants, checked anew. What takes the place of a record is found
     * where that one was written.
     *
     * @throws ProblemsException with everything that would be wrong, if anything would
     */
    public MeshModel with(UnaryOperator<Mesh> mesh, UnaryOperator<Tenant> tenant) {
        IdentityHashMap<Record, Record> changed = new IdentityHashMap<>();
        Documents documents = new Documents(
                platforms,
                meshes.stream()
                        .map(one -> follow(one, mesh.apply(one), changed))
                        .toList(),
                tenants.stream()
                        .map(one -> follow(one, tenant.apply(one), changed))
                        .toList(),
                manifests.stream()
                        .map(raw -> raw.of(changed.getOrDefault(raw.owner(), raw.owner())))
                        .toList(),
                origins);
        return checked(documents, scope, new Problems());
    }

    private <T extends Record> T follow(T written, T now, IdentityHashMap<Record, Record> changed) {
        if (now.equals(written)) {
            return written;
        }
        origins.follow(now, written);
        changed.put(written, now);
        return now;
    }

    private static void refuseManifests(List<String> paths, Origin origin, Problems problems) {
        paths.forEach(path -> problems.error(
                ProblemCode.MANIFEST_PATH,
                origin,
                path,
                "A model built in Java has no folder that this could be relative to.",
                "Hand such objects to your client yourself, or write the document to a file."));
    }

    static MeshModel checked(Documents documents, Scope scope, Problems problems) {
        MeshModel model = new MeshModel(documents, scope, null, null);
        scope.check(model.tenants, problems);
        Problems found = new Problems();
        Rules.check(model, found);
        problems.addAll(model.concerning(found));
        problems.throwIfErrors();
        model.findings.addAll(problems);
        return model;
    }

    /** What one cluster of a platform holds of it. */
    MeshModel in(Documents here, Placement where) {
        return new MeshModel(here, scope, null, where);
    }

    /** Every cluster that manifests are made for, sorted by platform, in the order of its clusters. */
    public List<Site> sites() {
        return new Sites(this).all();
    }

    /** Which cluster this is about, if it is about one of several. */
    public Optional<Placement> placement() {
        return Optional.ofNullable(placement);
    }

    public List<Platform> platforms() {
        return platforms;
    }

    /**
     * The same model for some of its platforms: manifests are made for these alone. All of them were checked.
     *
     * @param names of platforms of the model
     */
    public MeshModel on(Set<String> names) {
        Documents documents = new Documents(platforms, meshes, tenants, manifests, origins);
        MeshModel some = new MeshModel(documents, scope, Set.copyOf(names), null);
        some.findings.addAll(findings);
        return some;
    }

    /** The only platforms that manifests are made for; empty when they are made for all. */
    public Optional<Set<String>> onlyPlatforms() {
        return Optional.ofNullable(somePlatforms);
    }

    public List<Mesh> meshes() {
        return meshes;
    }

    public List<Tenant> tenants() {
        return tenants;
    }

    /**
     * The raw objects that the documents name which are rendered here; sorted, so that the order of files has no effect.
     */
    public List<RawManifest> manifests() {
        return manifests;
    }

    /**
     * The tenants in the order in which claims to something that only one can have count: those that are rendered here
     * come last, so that a clash is reported where it can be settled.
     */
    public List<Tenant> claimants() {
        return tenants.stream().sorted(Comparator.comparing(this::renders)).toList();
    }

    /** Whether manifests are made for a tenant: it is not known by its Export alone, and no other one was asked for. */
    public boolean renders(Tenant tenant) {
        return scope.renders(tenant.name());
    }

    /** Whether manifests are made for every tenant there is, so that what none of them needs is not needed. */
    public boolean rendersAll() {
        return tenants.stream().allMatch(this::renders);
    }

    /** The only tenant that manifests are made for; empty when they are made for all and for the platform. */
    public Optional<String> onlyTenant() {
        return Optional.ofNullable(scope.only());
    }

    /**
     * Those findings that matter to whoever is rendered: all about platforms, meshes and tenants that are rendered, and
     * of other tenants only what could show in the manifests of these.
     */
    public Problems concerning(Problems found) {
        Problems concerning = new Problems();
        found.sorted().stream()
                .filter(problem ->
                        owners.of(problem.origin()).map(scope::renders).orElse(true)
                                || scope.concernsOthers(problem.code()))
                .forEach(concerning::add);
        return concerning;
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
