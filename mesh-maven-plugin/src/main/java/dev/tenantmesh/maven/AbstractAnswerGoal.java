package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Nearest;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.reach.Adversary;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that read manifests, whoever wrote them, and answer a question about them. */
abstract class AbstractAnswerGoal extends AbstractGoal {

    /**
     * The manifests: folders and files, on the command line separated by commas. Default: {@code deploy} in the project;
     * without a project they must be given.
     */
    @Parameter(property = "mesh.manifests")
    private @Nullable List<File> manifests;

    /** The namespace of objects that name none. Default: none, such an object is an error. */
    @Parameter(property = "mesh.namespace")
    private @Nullable String namespace;

    /**
     * What the cluster's network plugin does where Kubernetes leaves it open: {@code kubernetes}, where that counts as
     * unknown, {@code ovn-kubernetes} or {@code none}, which enforces nothing.
     */
    @Parameter(property = "mesh.cluster", defaultValue = "kubernetes")
    private String cluster = "";

    /**
     * Against whom the answer holds: {@code hostile-source}, whoever owns the source does what they can, or
     * {@code accident}, nobody does anything but what the manifests say.
     */
    @Parameter(property = "mesh.adversary", defaultValue = "hostile-source")
    private String adversary = "";

    /** How the answer is written; each goal names its formats. */
    @Parameter(property = "mesh.format", defaultValue = "text")
    private String format = "";

    /** The file to write the answer to. Default: none, it is printed. */
    @Parameter(property = "mesh.answer")
    private @Nullable File answer;

    AbstractAnswerGoal(MavenBuild build) {
        super(build);
    }

    /** The answer to the goal's question. */
    abstract Optional<String> answer(
            MeshVerifier verifier, Connectivity connectivity, Format format, Problems problems);

    /** The formats in which it answers. */
    abstract List<Format> formats();

    @Override
    final void run(Report report) throws IOException {
        Problems problems = report.problems();
        Optional<ClusterProfile> profile =
                chosen("mesh.cluster", cluster, ClusterProfile.ALL, ClusterProfile::name, problems);
        Optional<Adversary> against = chosen(
                "mesh.adversary", adversary, Arrays.asList(Adversary.values()), AbstractAnswerGoal::written, problems);
        Optional<Format> written = chosen("mesh.format", format, formats(), Format::written, problems);
        List<Path> roots = roots(problems);
        if (report.stopsTheBuild()) {
            return;
        }
        LoadOptions options =
                LoadOptions.DEFAULT.namedFrom(build().base()).inNamespace(namespace == null ? "" : namespace);
        MeshVerifier verifier = MeshVerifier.read(roots, options, profile.orElseThrow(), problems);
        Connectivity connectivity = new Connectivity(verifier, against.orElseThrow());
        Optional<String> text = answer(verifier, connectivity, written.orElseThrow(), problems);
        if (text.isPresent()) {
            give(text.get(), report);
        }
    }

    private static String written(Adversary adversary) {
        return adversary.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void give(String text, Report report) throws IOException {
        if (answer == null) {
            text.lines().forEach(report::info);
            return;
        }
        Path file = answer.toPath().toAbsolutePath().normalize();
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        report.info(report.shown(file) + ": written");
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

    private static <T> Optional<T> chosen(
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
