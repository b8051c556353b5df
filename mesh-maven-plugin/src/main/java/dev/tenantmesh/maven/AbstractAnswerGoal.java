package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.reach.Adversary;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that answer a question about who can reach whom. */
abstract class AbstractAnswerGoal extends AbstractManifestGoal {

    /**
     * Against whom the answer holds: {@code hostile-source}, whoever owns the source does what they can, or
     * {@code accident}, nobody does anything but what the manifests say.
     */
    @Parameter(property = "mesh.adversary", defaultValue = "hostile-source")
    private String adversary = "";

    AbstractAnswerGoal(MavenBuild build) {
        super(build);
    }

    /** The answer to the goal's question. */
    abstract Optional<String> answer(
            MeshVerifier verifier, Connectivity connectivity, Format format, Problems problems);

    @Override
    final void checkSettings(Problems problems) {
        against(problems);
    }

    @Override
    final Optional<String> answer(Asked asked, Report report) {
        Problems problems = report.problems();
        MeshVerifier verifier = MeshVerifier.of(asked.sources().read(problems), asked.profile(), problems);
        Connectivity connectivity = new Connectivity(verifier, against(problems).orElseThrow());
        return answer(verifier, connectivity, asked.format(), problems);
    }

    private Optional<Adversary> against(Problems problems) {
        return chosen(
                "mesh.adversary", adversary, Arrays.asList(Adversary.values()), AbstractAnswerGoal::written, problems);
    }

    static String written(Adversary adversary) {
        return adversary.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
