package dev.tenantmesh.benchmarks;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.reach.Adversary;
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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reading manifests and answering who reaches whom, beside a baseline: reading the same text into maps. What counts is
 * the ratio of the two and how it grows with namespaces, since machines differ.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
public class ConnectivityBenchmark {

    private static final int CODE_POINTS = 64 * 1024 * 1024;

    @Param({"100", "1000"})
    private int namespaces;

    private String text = "";
    private Connectivity connectivity = connectivity("");

    @Setup
    public void write() {
        text = SyntheticManifests.of(namespaces);
        connectivity = connectivity(text);
    }

    private static Connectivity connectivity(String text) {
        Problems problems = new Problems();
        MeshVerifier verifier = MeshVerifier.of(
                ManifestLoader.read("manifests.yaml", text, problems), ClusterProfile.OVN_KUBERNETES, problems);
        return new Connectivity(verifier, Adversary.HOSTILE_SOURCE);
    }

    @Benchmark
    public Connectivity read() {
        return connectivity(text);
    }

    @Benchmark
    public int connections() {
        return connectivity.connections().size();
    }

    @Benchmark
    public int exposures() {
        return connectivity.exposures().size();
    }

    @Benchmark
    public int baselineYaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(CODE_POINTS);
        int documents = 0;
        for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
            documents += document == null ? 0 : 1;
        }
        return documents;
    }
}
