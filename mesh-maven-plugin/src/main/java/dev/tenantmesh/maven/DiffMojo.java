package dev.tenantmesh.maven;

import dev.tenantmesh.maven.git.CommittedFiles;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.ModelSources;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.DiffReport;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.diff.Change;
import dev.tenantmesh.verifier.diff.DiffOptions;
import dev.tenantmesh.verifier.diff.MeshDiff;
import dev.tenantmesh.verifier.diff.approval.Approval;
import dev.tenantmesh.verifier.diff.approval.ApprovalReader;
import dev.tenantmesh.verifier.diff.approval.Review;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.PlainDocuments;
import dev.tenantmesh.verifier.reach.Adversary;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Says what manifests change about who reaches whom: each connection, relay, binding and port that is open now and was
 * not before, the other way round, and what is less certain than before; by owners first, edge by edge below. The other
 * side is a folder, or the same files as a commit has them; neither the working tree nor the network is touched. Formats:
 * {@code text}, {@code md} for a comment on a pull request, {@code json}.
 */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends AbstractManifestGoal {

    private static final List<String> REASONS_TO_FAIL = List.of("none", "widening", "any");

    /** The manifests before: a folder or a file. Default: none, {@code mesh.revision} is read. */
    @Parameter(property = "mesh.before")
    private @Nullable File before;

    /**
     * The commit with the manifests before, as {@code git rev-parse} takes it. Default: {@code HEAD}, if the manifests
     * are in a git repository.
     */
    @Parameter(property = "mesh.revision")
    private @Nullable String revision;

    /**
     * What fails the build: {@code none}, {@code widening}, anything that is reachable now, was not before, and is not
     * approved, or {@code any} difference.
     */
    @Parameter(property = "mesh.failOn", defaultValue = "none")
    private String failOn = "none";

    /**
     * A file of YAML documents with widenings that somebody approved: a list {@code approvals}, each with {@code from},
     * {@code to}, {@code ports}, {@code how}, {@code owner}, {@code reason} and {@code expires}. Default: none.
     */
    @Parameter(property = "mesh.approvals")
    private @Nullable File approvals;

    /**
     * The day, as {@code yyyy-mm-dd}, on which approvals must still hold. The clock is never asked, so that a build gives
     * the same result on every day. Default: none, expiry is not checked.
     */
    @Parameter(property = "mesh.asOf")
    private @Nullable String asOf;

    /** Mesh documents whose tenants own their namespaces. Default: none, each namespace owns itself. */
    @Parameter(property = "mesh.model")
    private @Nullable File model;

    /** Only what begins and ends in these namespaces is compared. Default: everything. */
    @Parameter(property = "mesh.namespaces")
    private @Nullable List<String> namespaces;

    /**
     * Whether kinds of pods that nobody declared are told apart by their labels. Without it, two platforms compare on
     * which pods ask for a proxy in different words.
     */
    @Parameter(property = "mesh.kinds", defaultValue = "true")
    private boolean kinds = true;

    /**
     * Against whom the answer holds: {@code hostile-source}, whoever owns the source does what they can, or
     * {@code accident}, nobody does anything but what the manifests say.
     */
    @Parameter(property = "mesh.adversary", defaultValue = "hostile-source")
    private String adversary = "hostile-source";

    @Inject
    DiffMojo(MavenSession session, MavenProject project, MojoExecution execution) {
        super(new MavenBuild(session, project, execution));
    }

    @Override
    List<Format> formats() {
        return DiffReport.formats();
    }

    @Override
    void checkSettings(Problems problems) {
        against(problems);
        day(problems);
        chosen("mesh.failOn", failOn, REASONS_TO_FAIL, reason -> reason, problems);
        if (before != null && revision != null) {
            problems.error(
                    ProblemCode.SETTING_INVALID,
                    Origin.ofModel("mesh.revision"),
                    revision,
                    "There are two sides before: mesh.before is given, too.",
                    "Give one of the two.");
        }
    }

    @Override
    Optional<String> answer(Asked asked, Report report) {
        Problems problems = report.problems();
        List<Approval> approved = approvals(report);
        Manifests old = before(asked, problems);
        Map<String, String> owners = owners();
        problems.throwIfErrors();
        DiffOptions options = new DiffOptions(
                against(problems).orElseThrow(), owners, namespaces == null ? Set.of() : Set.copyOf(namespaces), kinds);
        MeshDiff diff = MeshDiff.between(
                MeshVerifier.of(old, asked.profile(), problems),
                MeshVerifier.of(asked.sources().read(problems), asked.profile(), problems),
                options);
        Review review = Review.of(diff, approved, day(problems), problems);
        judge(diff, review, report);
        return Optional.of(DiffReport.of(diff, review, asked.format()));
    }

    private Manifests before(Asked asked, Problems problems) {
        if (before != null && asked.sources().primary().isPresent()) {
            problems.error(
                    ProblemCode.SETTING_INVALID,
                    Origin.ofModel("mesh.primary"),
                    "",
                    "Nothing says where the primary's manifests were before.",
                    "Leave mesh.before out, and compare with a revision: it has both folders.");
            problems.throwIfErrors();
        }
        if (before != null) {
            return ManifestLoader.load(List.of(absolute(before)), asked.options(), problems);
        }
        if (revision == null && !CommittedFiles.isInRepository(build().base())) {
            problems.error(
                    ProblemCode.SETTING_MISSING,
                    Origin.ofModel("mesh.before"),
                    "",
                    "There is nothing to compare with: this is no git repository.",
                    "Add -Dmesh.before=<folder>.");
            problems.throwIfErrors();
        }
        String commit = revision == null ? "HEAD" : revision;
        return asked.sources().read(paths -> committed(paths, commit, asked, problems), problems);
    }

    private static Manifests committed(List<Path> paths, String commit, Asked asked, Problems problems) {
        try {
            return ManifestLoader.load(
                    CommittedFiles.read(paths, commit, asked.options(), problems),
                    commit + ":",
                    asked.options(),
                    problems);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Approval> approvals(Report report) {
        if (approvals == null) {
            return List.of();
        }
        Path file = absolute(approvals);
        Problems problems = report.problems();
        return ApprovalReader.read(PlainDocuments.read(file, report.shown(file), problems), problems);
    }

    private Map<String, String> owners() {
        Map<String, String> owners = new TreeMap<>();
        if (model != null) {
            MeshModel.read(ModelSources.of(absolute(model)))
                    .tenants()
                    .forEach(tenant ->
                            tenant.namespaces().forEach(namespace -> owners.put(namespace.name(), tenant.name())));
        }
        return owners;
    }

    private void judge(MeshDiff diff, Review review, Report report) {
        if (failOn.equals("any") && !diff.isEmpty()) {
            report.fail(diff.changes().size() + " differences in who reaches whom, and mesh.failOn is any");
        }
        if (!failOn.equals("none") && !review.open().isEmpty()) {
            MeshDiff open = new MeshDiff(review.open(), List.of(), diff.appeared(), diff.vanished());
            open.byOwners().forEach((owners, changes) -> widened(owners, changes, report.problems()));
        }
    }

    private static void widened(MeshDiff.Owners owners, List<Change> changes, Problems problems) {
        Change first = changes.get(0);
        String others = changes.size() == 1 ? "" : ", and " + (changes.size() - 1) + " more";
        problems.error(
                ProblemCode.WIDENING,
                first.because().isEmpty()
                        ? Origin.ofModel("mesh.manifests")
                        : first.because().first(),
                owners.from() + " -> " + owners.to(),
                first.edge().source() + " reaches " + first.edge().destination() + " now: " + first.ports() + ", "
                        + first.edge().how() + others + ".",
                "Close it, or have somebody approve it in a file for mesh.approvals.");
    }

    private @Nullable LocalDate day(Problems problems) {
        try {
            return asOf == null ? null : LocalDate.parse(asOf);
        } catch (DateTimeParseException unreadable) {
            String why = "This is not a day of the calendar.";
            Origin origin = Origin.ofModel("mesh.asOf");
            problems.error(ProblemCode.SETTING_INVALID, origin, asOf, why, "Write it as 2027-01-31.");
            return null;
        }
    }

    private Optional<Adversary> against(Problems problems) {
        return chosen(
                "mesh.adversary", adversary, Arrays.asList(Adversary.values()), AbstractAnswerGoal::written, problems);
    }

    private static Path absolute(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }
}
