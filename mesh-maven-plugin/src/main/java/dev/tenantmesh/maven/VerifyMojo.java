package dev.tenantmesh.maven;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.report.ProofReport;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.model.Folders;
import dev.tenantmesh.verifier.claim.model.ModelClaims;
import dev.tenantmesh.verifier.claim.model.ModelEvidence;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.proof.Proof;
import dev.tenantmesh.verifier.proof.ProofProblems;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * Proves that the manifests in the output folder keep what the mesh documents promise, whoever wrote or edited them: who
 * is reached by nobody else, who gets through. What does not hold, or is not known, fails the build, with who can open
 * what, the line that lets it through and what to change. With {@code mesh.claims} it proves claims that are written by
 * hand about any manifests, without a model. Formats: {@code text}, {@code md}, {@code json}.
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class VerifyMojo extends AbstractMeshMojo {

    private static final List<Format> FORMATS = List.of(Format.TEXT, Format.MD, Format.JSON);

    /**
     * The folder with the manifests, in which each platform has a folder of its name. Default: {@code deploy} in the
     * project; without a project it must be given.
     */
    @Parameter(property = "mesh.output")
    private @Nullable File output;

    /**
     * Against whom claims must hold: {@code accident}, nobody does anything but what the manifests say; {@code
     * hostile-source}, whoever owns the source does what they can; {@code self-harm}, whoever owns the destination does
     * so, too.
     */
    @Parameter(property = "mesh.level", defaultValue = "hostile-source")
    private String level = "";

    /** How the proof is written. */
    @Parameter(property = "mesh.format", defaultValue = "text")
    private String format = "";

    /** The file to write the proof to. Default: none, it is printed. */
    @Parameter(property = "mesh.answer")
    private @Nullable File answer;

    /**
     * Documents of claims to prove instead of those of a model: folders and files, on the command line separated by
     * commas. Default: none.
     */
    @Parameter(property = "mesh.claims")
    private @Nullable List<File> claims;

    /**
     * The manifests that written claims are about: folders and files, on the command line separated by commas. Default:
     * {@code deploy} in the project; without a project they must be given.
     */
    @Parameter(property = "mesh.manifests")
    private @Nullable List<File> manifests;

    /**
     * The manifests of the cluster whose control plane serves the one that claims are written about, where Istio's objects
     * for its namespaces are. Default: none. Of a model the documents say it.
     */
    @Parameter(property = "mesh.primary")
    private @Nullable File primary;

    /** The namespace of objects that name none, where claims are written. Default: none, such an object is an error. */
    @Parameter(property = "mesh.namespace")
    private @Nullable String namespace;

    /**
     * What the cluster's network plugin does where Kubernetes leaves it open, where claims are written: {@code
     * kubernetes}, {@code ovn-kubernetes} or {@code none}. Of a model the Platform documents say it.
     */
    @Parameter(property = "mesh.cluster", defaultValue = "kubernetes")
    private String cluster = "";

    /** The names of the only platforms to prove. On the command line separated by commas. Default: all. */
    @Parameter(property = "mesh.platforms")
    private @Nullable List<String> platforms;

    @Inject
    VerifyMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            BuildContext context,
            org.sonatype.plexus.build.incremental.BuildContext legacy) {
        super(new MavenBuild(session, project, execution), new Workspace(context, legacy));
    }

    @Override
    @Nullable
    File output() {
        return output;
    }

    @Override
    List<String> platforms() {
        return platforms == null ? List.of() : platforms;
    }

    @Override
    Path defaultOutput() {
        return build().handOutput();
    }

    @Override
    void run(Report report) throws IOException {
        if (claims == null || claims.isEmpty()) {
            super.run(report);
            return;
        }
        Level against = level(report.problems());
        Format wanted = format(report.problems());
        ClusterProfile profile = AbstractManifestGoal.chosen(
                        "mesh.cluster", cluster, ClusterProfile.ALL, ClusterProfile::name, report.problems())
                .orElse(ClusterProfile.KUBERNETES);
        WrittenProof proof = new WrittenProof(build(), options().inNamespace(namespace == null ? "" : namespace));
        List<Path> roots = proof.manifests(manifests, report.problems());
        report.problems().throwIfErrors();
        SortedMap<String, Proof> proofs = new TreeMap<>();
        MeshVerifier verifier = proof.verifier(roots, primary, profile, report.problems());
        proofs.put("", proof.of(claims, verifier, against, report.problems()));
        conclude(proofs, wanted, report);
    }

    @Override
    void run(MeshRun run, Report report) throws IOException {
        Problems problems = report.problems();
        Level against = level(problems);
        Format wanted = format(problems);
        problems.throwIfErrors();
        MeshModel model = run.read(problems);
        SortedMap<String, Proof> proofs = new TreeMap<>();
        for (Site site : model.sites()) {
            proofs.put(site.name(), prove(site, run.output(), against, problems));
            run.pace().done("Proved the claims of " + site.name());
        }
        conclude(proofs, wanted, report);
    }

    private Proof prove(Site site, Path manifests, Level against, Problems problems) {
        Manifests written = Folders.manifests(
                site, folder -> ManifestLoader.load(List.of(manifests.resolve(folder)), options(), problems), problems);
        ModelEvidence known = ModelEvidence.of(site.model(), site.platform(), written, against, problems);
        return Proof.of(ModelClaims.of(site.model(), site.platform()), known.evidence())
                .assuming(known.assumptions());
    }

    private void conclude(SortedMap<String, Proof> proofs, Format wanted, Report report) throws IOException {
        proofs.values().forEach(proof -> ProofProblems.report(proof, report.problems()));
        ProofReport written = ProofReport.of(proofs);
        new Answer(answer).give(written.written(wanted), report);
        if (answer != null) {
            report.info(written.summary());
        }
        if (!proofs.values().stream().allMatch(proof -> proof.isGood(isStrict()))) {
            report.fail(written.summary() + ". See docs/problems/" + String.join(".md, ", written.codes()) + ".md");
        }
    }

    private LoadOptions options() {
        return LoadOptions.DEFAULT.namedFrom(build().base());
    }

    private Level level(Problems problems) {
        return AbstractManifestGoal.chosen(
                        "mesh.level", level, Arrays.asList(Level.values()), VerifyMojo::written, problems)
                .orElse(Level.HOSTILE_SOURCE);
    }

    private Format format(Problems problems) {
        return AbstractManifestGoal.chosen("mesh.format", format, FORMATS, Format::written, problems)
                .orElse(Format.TEXT);
    }

    private static String written(Level level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
