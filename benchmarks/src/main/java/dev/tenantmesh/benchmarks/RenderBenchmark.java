package dev.tenantmesh.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantmesh.generator.MeshGenerator;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.model.MeshModel;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
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
 * Rendering a whole model, read-back included, beside a baseline: writing the same objects as JSON with Jackson. What
 * counts is the ratio of the two and how it grows with namespaces, and with exposed gateways in each of them, since machines
 * differ.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class RenderBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Param({"100", "1000"})
    private int namespaces;

    @Param({"0", "1"})
    private int gateways;

    private MeshModel model = SyntheticModel.of(0, 0);
    private List<HasMetadata> objects = List.of();

    @Setup
    public void build() {
        model = SyntheticModel.of(namespaces, gateways);
        objects = MeshGenerator.render(model).objects();
    }

    @Benchmark
    public ManifestSet render() {
        return MeshGenerator.render(model);
    }

    @Benchmark
    public int baselineJson() throws JsonProcessingException {
        int length = 0;
        for (HasMetadata object : objects) {
            length += JSON.writeValueAsBytes(object).length;
        }
        return length;
    }
}
