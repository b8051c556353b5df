package dev.tenantmesh.generator;

import dev.tenantmesh.generator.manifest.FolderOwners;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.Progress;
import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.PlatformPlanner;
import dev.tenantmesh.generator.plan.mark.Marks;
import dev.tenantmesh.generator.platform.PlatformProfile;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.generator.platform.Targets;
import dev.tenantmesh.generator.render.Marking;
import dev.tenantmesh.generator.render.ReadElsewhere;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns a model into the manifests of all its platforms. Pure: same model, same manifests. */
public final class MeshGenerator {

    private MeshGenerator() {}

    /**
     * The manifests of every platform; of a model that was read for one tenant, only that tenant's.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException if a platform cannot hold what the model asks for
     */
    public static ManifestSet render(MeshModel model) {
        return render(model, new Problems());
    }

    /**
     * The manifests of every platform; also tells what the user should know.
     *
     * @param findings gets warnings and information
     * @throws dev.tenantmesh.model.problem.ProblemsException if a platform cannot hold what the model asks for
     */
    public static ManifestSet render(MeshModel model, Problems findings) {
        return render(model, findings, Progress.SILENT);
    }

    /**
     * The manifests of every platform; of a model that was read for one tenant, only that tenant's. Also tells what the
     * user should know.
     *
     * @param findings gets warnings and information
     * @param progress is told before each platform
     * @throws dev.tenantmesh.model.problem.ProblemsException if a platform cannot hold what the model asks for
     */
    public static ManifestSet render(MeshModel model, Problems findings, Progress progress) {
        Problems problems = new Problems();
        Extensions extensions = Extensions.of(MeshGenerator.class.getClassLoader(), problems);
        return render(model, extensions, problems, findings, progress);
    }

    static ManifestSet render(
            MeshModel model, Extensions extensions, Problems problems, Problems findings, Progress progress) {
        List<Rendered> rendered = new ArrayList<>();
        int done = 0;
        List<Site> sites = model.sites();
        for (Site site : sites) {
            progress.at("Rendering " + site.name(), done++, sites.size());
            ReadElsewhere elsewhere = ReadElsewhere.of(site);
            render(site.platform(), site.model(), extensions, problems).stream()
                    .filter(elsewhere::isReadHere)
                    .forEach(rendered::add);
        }
        Problems ours = model.concerning(problems);
        ours.throwIfErrors();
        findings.addAll(ours);
        return ManifestSet.of(rendered, owners(model));
    }

    /** A tenant's are the folders of its namespaces, and its component. */
    private static FolderOwners owners(MeshModel model) {
        SortedMap<String, String> tenants = new TreeMap<>();
        for (Tenant tenant : model.tenants()) {
            tenant.namespaces().forEach(namespace -> tenants.put(namespace.name(), tenant.name()));
            tenants.put("_components/" + tenant.name(), tenant.name());
        }
        Set<String> roots = model.sites().stream().map(Site::name).collect(Collectors.toUnmodifiableSet());
        Set<String> unrendered = model.tenants().stream()
                .filter(tenant -> !model.renders(tenant))
                .map(Tenant::name)
                .collect(Collectors.toUnmodifiableSet());
        return new FolderOwners(roots, tenants, unrendered, model.onlyTenant(), model.onlyPlatforms(), held(model));
    }

    private static Set<String> held(MeshModel model) {
        return model.sites().stream()
                .flatMap(site -> site.model().placement().stream()
                        .flatMap(where -> site.model().meshes().stream().flatMap(mesh -> where.reserved(mesh).stream()))
                        .map(namespace -> site.name() + "/" + namespace))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Rendered> render(Platform platform, MeshModel model, Extensions extensions, Problems problems) {
        List<PlatformProfile> supported =
                Platforms.ALL.stream().map(SupportedPlatform::profile).toList();
        Optional<Target> target = new Targets(supported, model, problems).of(platform);
        if (target.isEmpty()) {
            return List.of();
        }
        PlatformPlan plan = PlatformPlanner.plan(model, target.get(), extensions::extended, problems);
        Marking marking = new Marking(Marks.plan(model, platform));
        List<Rendered> rendered = new ArrayList<>(print(plan, target.get(), marking));
        TakenNames.check(platform.name(), rendered, model, problems);
        List<Rendered> extra =
                extensions.print(plan, problems).stream().map(marking::mark).toList();
        rendered.addAll(extra);
        TakenNames.checkExtensions(platform.name(), rendered, problems);
        return rendered;
    }

    private static List<Rendered> print(PlatformPlan plan, Target target, Marking marking) {
        return Platforms.ALL.stream()
                .filter(supported -> supported.profile().equals(target.profile()))
                .flatMap(supported -> supported.renderers().stream())
                .flatMap(renderer -> renderer.render(plan).stream())
                .map(marking::mark)
                .toList();
    }
}
