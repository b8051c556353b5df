package dev.tenantmesh.maven;

import dev.tenantmesh.generator.MeshExport;
import dev.tenantmesh.generator.MeshGenerator;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.folder.ManifestWriter;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.ModelSources;
import dev.tenantmesh.model.check.Expiry;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Nearest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run over a model, with every default filled in.
 *
 * @param build the build it is part of
 * @param model the folder or file with the documents
 * @param modelGiven whether the user named it
 * @param sources all documents, and for whom they are read
 * @param output the folder of the manifests
 * @param platforms the only ones to work for; none: all
 * @param asOf the day on which exemptions must hold; null: not checked
 * @param pace tells how far it has come
 */
record MeshRun(
        MavenBuild build,
        Path model,
        boolean modelGiven,
        ModelSources sources,
        Path output,
        List<String> platforms,
        @Nullable LocalDate asOf,
        Pace pace) {

    /**
     * The run that the parameters of a goal ask for.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException if one is missing or cannot be understood
     */
    static MeshRun of(AbstractMeshMojo mojo) {
        Problems problems = new Problems();
        MavenBuild build = mojo.build();
        File model = mojo.model();
        File output = mojo.output();
        if (!build.hasProject()) {
            require(model, "mesh.model", problems);
            if (mojo.needsOutput()) {
                require(output, mojo.outputProperty(), problems);
            }
        }
        LocalDate asOf = date(mojo.asOf(), problems);
        problems.throwIfErrors();
        Path read = model == null ? build.base().resolve("src/main/mesh") : absolute(model);
        return new MeshRun(
                build,
                read,
                model != null,
                ModelSources.of(read)
                        .importing(build.classPath(), mojo.imports())
                        .onlyFor(mojo.tenant()),
                output == null ? mojo.defaultOutput() : absolute(output),
                mojo.platforms(),
                asOf,
                new Pace(mojo.getLog(), System::nanoTime));
    }

    /** Whether this is a module without documents and without manifests that came from some. */
    boolean hasNothingToDo() {
        return !modelGiven && Files.notExists(model) && hasNoManifests();
    }

    private boolean hasNoManifests() {
        Problems problems = new Problems();
        return ManifestWriter.compare(ManifestSet.of(List.of()), output, problems)
                        .isClean()
                && problems.isEmpty();
    }

    /**
     * The manifests of the model; an expired exemption is reported.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException if there can be none
     */
    ManifestSet render(Problems problems) {
        return render(read(problems), problems);
    }

    /** The manifests of a model that was read. */
    ManifestSet render(MeshModel model, Problems problems) {
        ManifestSet set = MeshGenerator.render(model, problems, pace);
        pace.done("Rendered " + set.files().size() + " files");
        return set;
    }

    /**
     * The manifests of the model; an exemption that expired, or may have, is reported.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException if there can be none
     */
    ManifestSet renderToCheck(Problems problems) {
        return render(read(true, problems), problems);
    }

    /**
     * The documents that projects of single tenants import; an expired exemption is reported.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException if there can be none
     */
    ManifestSet export(Problems problems) {
        return MeshExport.of(read(asOf != null, problems));
    }

    /**
     * The model itself; an expired exemption is reported.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException if it cannot be read
     */
    MeshModel read(Problems problems) {
        return read(asOf != null, problems);
    }

    private MeshModel read(boolean withExpiry, Problems problems) {
        MeshModel read = MeshModel.read(sources);
        pace.done("Read " + read.platforms().size() + " platforms, "
                + read.meshes().size() + " meshes, " + read.tenants().size() + " tenants");
        problems.addAll(read.findings());
        if (withExpiry) {
            Expiry.check(read, asOf, problems);
        }
        return platforms.isEmpty() ? read : some(read);
    }

    private MeshModel some(MeshModel read) {
        List<String> known = read.platforms().stream().map(Platform::name).toList();
        Problems unknown = new Problems();
        platforms.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> unknown.error(
                        ProblemCode.SETTING_INVALID,
                        Origin.ofModel("mesh.platforms"),
                        name,
                        "There is no platform of this name.",
                        Nearest.question(name, known) + "Platforms are: " + String.join(", ", known) + "."));
        unknown.throwIfErrors();
        return read.on(Set.copyOf(platforms));
    }

    /**
     * What tells this run from any other that could give another result; empty when that cannot be told, as of a single
     * document, which may name raw manifests anywhere beside it.
     */
    Optional<String> fingerprint(String settings) throws IOException {
        Optional<String> plugin = build.pluginIdentity();
        if (plugin.isEmpty() || !Files.isDirectory(model)) {
            return Optional.empty();
        }
        Sha256 hash = new Sha256().add(plugin.get()).add(settings + " " + asOf + " " + model);
        hash.add(sources.imports() + " " + sources.tenant() + " " + platforms);
        sources.forEachImport((name, content) -> hash.add(name).add(content));
        return Optional.of(Fingerprint.ofContents(model, hash));
    }

    private static void require(@Nullable File given, String property, Problems problems) {
        if (given == null) {
            String fix = "Add -D" + property + "=<folder>.";
            Origin origin = Origin.ofModel(property);
            problems.error(ProblemCode.SETTING_MISSING, origin, "", "There is no project to take it from.", fix);
        }
    }

    private static @Nullable LocalDate date(@Nullable String text, Problems problems) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            Origin origin = Origin.ofModel("mesh.asOf");
            String fix = "Write it as 2027-01-31.";
            problems.error(ProblemCode.SETTING_INVALID, origin, text, "This is not a day of the calendar.", fix);
            return null;
        }
    }

    private static Path absolute(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }
}
