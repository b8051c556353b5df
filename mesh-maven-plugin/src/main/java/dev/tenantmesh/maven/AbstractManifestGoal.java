package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Nearest;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that read manifests, whoever wrote them, and say something about them. */
abstract class AbstractManifestGoal extends AbstractGoal {

    /**
     * The manifests: folders and files, on the command line separated by commas. Default: {@code deploy} in the project;
     * without a project they must be given.
     */
    @Parameter(property = "mesh.manifests")
    private @Nullable List<File> manifests;

    /**
     * The manifests of the cluster whose control plane serves this one, where Istio's objects for its namespaces are: of a
     * remote cluster, the folder of its primary. Default: none.
     */
    @Parameter(property = "mesh.primary")
    private @Nullable File primary;

    /** The namespace of objects that name none. Default: none, such an object is an error. */
    @Parameter(property = "mesh.namespace")
    private @Nullable String namespace;

    /**
     * What the cluster's network plugin does where Kubernetes leaves it open: {@code kubernetes}, where that counts as
     * unknown, {@code ovn-kubernetes} or {@code none}, which enforces nothing.
     */
    @Parameter(property = "mesh.cluster", defaultValue = "kubernetes")
    private String cluster = "";

    /** How the answer is written; each goal names its formats. */
    @Parameter(property = "mesh.format", defaultValue = "text")
    private String format = "";

    /** The file to write the answer to. Default: none, it is printed. */
    @Parameter(property = "mesh.answer")
    private @Nullable File answer;

    AbstractManifestGoal(MavenBuild build) {
        super(build);
    }

    /**
     * What the goal was given.
     *
     * @param sources whence the manifests come
     * @param profile how the cluster carries out policies
     * @param format how the answer is written
     * @param printed whether the answer goes to the log, and to no file
     */
    record Asked(ManifestSources sources, ClusterProfile profile, Format format, boolean printed) {

        LoadOptions options() {
            return sources.options();
        }
    }

    /** What the goal has to say; empty if it said everything itself. */
    abstract Optional<String> answer(Asked asked, Report report);

    /** The formats in which it answers. */
    abstract List<Format> formats();

    /** Looks at the settings that the goal alone has. */
    void checkSettings(Problems problems) {}

    @Override
    final void run(Report report) throws IOException {
        Problems problems = report.problems();
        Optional<ClusterProfile> profile =
                chosen("mesh.cluster", cluster, ClusterProfile.ALL, ClusterProfile::name, problems);
        Optional<Format> written = chosen("mesh.format", format, formats(), Format::written, problems);
        List<Path> roots = roots(problems);
        checkSettings(problems);
        if (report.stopsTheBuild()) {
            return;
        }
        LoadOptions options =
                LoadOptions.DEFAULT.namedFrom(build().base()).inNamespace(namespace == null ? "" : namespace);
        Optional<Path> served = Optional.ofNullable(primary)
                .map(file -> file.toPath().toAbsolutePath().normalize());
        Asked asked = new Asked(
                new ManifestSources(roots, served, options),
                profile.orElseThrow(),
                written.orElseThrow(),
                answer == null);
        Optional<String> text = answer(asked, report);
        if (text.isPresent()) {
            new Answer(answer).give(text.get(), report);
        }
    }

    private List<Path> roots(Problems problems) {
        if (manifests != null && !manifests.isEmpty()) {
            return manifests.stream()
                    .map(file -> file.toPath().toAbsolutePath().normalize())
                    .toList();
        }
        if (build().hasProject()) {
            return List.of(build().base().resolve("deploy"));
        }
        String fix = "Add -Dmesh.manifests=<folder>.";
        Origin origin = Origin.ofModel("mesh.manifests");
        problems.error(ProblemCode.SETTING_MISSING, origin, "", "There is no project to take it from.", fix);
        return List.of();
    }

    static <T> Optional<T> chosen(
            String setting, String written, List<T> choices, Function<T, String> name, Problems problems) {
        Optional<T> found = choices.stream()
                .filter(choice -> name.apply(choice).equals(written))
                .findFirst();
        if (found.isEmpty()) {
            List<String> names = choices.stream().map(name).toList();
            String fix = Nearest.question(written, names) + "Write one of: " + String.join(", ", names) + ".";
            problems.error(
                    ProblemCode.SETTING_INVALID, Origin.ofModel(setting), written, "This is not one of them.", fix);
        }
        return found;
    }
}
