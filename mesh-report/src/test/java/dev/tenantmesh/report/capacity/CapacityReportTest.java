package dev.tenantmesh.report.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.report.capacity.manifest.SiteManifests;
import dev.tenantmesh.verifier.load.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of the capacity example is the committed file; with {@code -Dmesh.refresh=true} it is written anew. */
class CapacityReportTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "capacity");

    @ParameterizedTest
    @CsvSource({
        "MD, ../examples/capacity/capacity.md",
        "TEXT, src/test/resources/capacity/capacity.text",
        "JSON, src/test/resources/capacity/capacity.json"
    })
    void the_report_of_the_example_is_as_committed(Format format, Path file) throws IOException {
        // When
        String written = CapacityReport.of(platforms()).written(format);

        // Then
        if (Boolean.getBoolean("mesh.refresh")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, written);
        }
        assertThat(written).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }

    static List<PlatformCapacity> platforms() {
        MeshModel model = MeshModel.read(EXAMPLE.resolve("src/main/mesh"));
        return model.platforms().stream()
                .map(platform -> PlatformCapacity.of(model, platform, committed(model, platform)))
                .toList();
    }

    private static List<SiteManifests> committed(MeshModel model, Platform platform) {
        Problems problems = new Problems();
        return model.sites().stream()
                .filter(site -> site.isOf(platform))
                .map(site -> SiteManifests.of(
                        site,
                        Manifests.in(EXAMPLE.resolve("deploy").resolve(site.name())),
                        new Manifests(List.of(), List.of()),
                        problems))
                .toList();
    }
}
