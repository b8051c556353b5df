package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.build.DefaultBuildContext;

/**
 * The IDE that a goal may run in: it shows problems where they were written and builds again what changed. On the
 * command line there is none, and nothing here has an effect.
 *
 * @param context what the IDE, or Maven in its absence, gives
 * @param legacy the same in the API that m2e implements, to which the first hands on
 * @see "Making Maven Plugins Compat, in the documentation of m2e"
 */
record Workspace(BuildContext context, org.sonatype.plexus.build.incremental.BuildContext legacy) {

    /**
     * Whether this is the command line. Maven's own implementation logs the problems it is given, which the goal does
     * already; an IDE wants to be given all of them in every run.
     */
    boolean isAbsent() {
        return context.getClass() == DefaultBuildContext.class
                && legacy.getClass() == org.sonatype.plexus.build.incremental.DefaultBuildContext.class;
    }

    /** Whether an incremental build was started by a change to something else. */
    boolean isUnaffectedBy(Path model) {
        return context.isIncremental() && !context.hasDelta(model.toFile());
    }

    /** Takes away what was shown about the documents of a model before. */
    void forget(Path model) throws IOException {
        if (!isAbsent() && Files.exists(model)) {
            for (Path document : Fingerprint.documents(model)) {
                context.removeMessages(document.toFile());
            }
        }
    }

    /** Shows problems in the files they were written in. */
    void show(List<Problem> problems) {
        if (!isAbsent()) {
            problems.stream()
                    .filter(problem -> problem.severity() != Severity.INFO)
                    .filter(problem ->
                            Files.isRegularFile(Path.of(problem.origin().source())))
                    .forEach(this::show);
        }
    }

    private void show(Problem problem) {
        context.addMessage(
                Path.of(problem.origin().source()).toFile(),
                problem.origin().line(),
                problem.origin().column(),
                problem.message(),
                problem.severity() == Severity.ERROR ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING,
                null);
    }

    /** Tells that a folder was written. */
    void refresh(Path folder) {
        context.refresh(folder.toFile());
    }
}
