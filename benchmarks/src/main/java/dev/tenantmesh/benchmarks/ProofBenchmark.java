package dev.tenantmesh.benchmarks;

import dev.tenantmesh.generator.MeshGenerator;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.model.ModelClaims;
import dev.tenantmesh.verifier.claim.model.ModelEvidence;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.proof.Proof;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Proving what a model promises of the manifests that are rendered for it, beside a baseline: rendering them. What counts is
 * the ratio of the two and how it grows with tenants, since machines differ.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class ProofBenchmark {

    @Param({"16", "128"})
    private int tenants;

    @Param({"OWN", "SHARED"})
    private SyntheticTenants.Ingress ingress = SyntheticTenants.Ingress.OWN;

    private MeshModel model = SyntheticModel.of(0, 0);
    private Site site = model.sites().get(0);
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    @Setup
    public void render() {
        model = SyntheticTenants.of(tenants, ingress);
        site = model.sites().get(0);
        MeshGenerator.render(model)
                .files()
                .forEach((path, file) -> files.put(path, file.text().getBytes(StandardCharsets.UTF_8)));
    }

    /** From the bytes of the manifests to what came of every claim. */
    @Benchmark
    public boolean prove() {
        Problems problems = new Problems();
        Manifests manifests = ManifestLoader.load(files, "", LoadOptions.DEFAULT, problems);
        ModelEvidence known =
                ModelEvidence.of(site.model(), site.platform(), manifests, Level.HOSTILE_SOURCE, problems);
        Proof proof = Proof.of(ModelClaims.of(site.model(), site.platform()), known.evidence());
        if (!proof.isGood(false)) {
            throw new IllegalStateException("What is rendered breaks a claim");
        }
        return true;
    }

    @Benchmark
    public ManifestSet baselineRender() {
        return MeshGenerator.render(model);
    }
}
