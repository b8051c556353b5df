package dev.tenantmesh.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.question.EndpointFinder;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.world.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each report of a small shop is the committed file; with {@code -Dmesh.refresh=true} it is written anew. */
class ReportsTest {

    private static final Path SHOP = Path.of("src", "test", "resources", "shop");

    private static final Path MESHED = Path.of("src", "test", "resources", "meshed");

    private final Problems problems = new Problems();
    private final MeshVerifier verifier = MeshVerifier.read(
            List.of(SHOP.resolve("manifests.yaml")), LoadOptions.DEFAULT, ClusterProfile.OVN_KUBERNETES, problems);
    private final Connectivity connectivity = new Connectivity(verifier, Adversary.ACCIDENT);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SARIF")
    void connectivity_is_as_committed(Format format) throws IOException {
        String text = ConnectivityReport.of(connectivity.connections(), connectivity.exposures(), format);

        check("connectivity." + format.written(), text);
    }

    @ParameterizedTest
    @EnumSource(names = {"TEXT", "MD", "JSON"})
    void an_explanation_is_as_committed(Format format) throws IOException {
        check("open." + format.written(), explained("shop/storefront", "stock/inventory", "tcp/8080", format));
        check("closed." + format.written(), explained("stock/inventory", "shop/storefront", "tcp/8080", format));
    }

    @ParameterizedTest
    @EnumSource(names = {"TEXT", "MD", "JSON"})
    void what_the_source_s_own_proxy_does_is_told_last_and_as_advice(Format format) throws IOException {
        MeshVerifier meshed = MeshVerifier.read(
                List.of(MESHED.resolve("manifests.yaml")), LoadOptions.DEFAULT, ClusterProfile.KUBERNETES, problems);
        EndpointFinder finder = new EndpointFinder(meshed.world(), problems);

        String text = ExplanationReport.of(
                new Connectivity(meshed, Adversary.ACCIDENT)
                        .explain(
                                finder.find("from", "shop/storefront").orElseThrow(),
                                finder.find("to", "stock/inventory").orElseThrow(),
                                Port.tcp(8080)),
                format);

        check(MESHED.resolve("advice." + format.written()), text);
    }

    @ParameterizedTest
    @EnumSource(names = "JSON")
    void json_says_its_version_and_what_is_open(Format format) throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(ConnectivityReport.of(connectivity.connections(), connectivity.exposures(), format));

        assertThat(json.path("version").asText()).isEqualTo(ConnectivityReport.VERSION);
        assertThat(json.path("connections")).anySatisfy(connection -> {
            assertThat(connection.path("source").asText()).contains("storefront");
            assertThat(connection.path("destination").asText()).contains("inventory");
            assertThat(connection.path("certain").asBoolean()).isTrue();
        });
    }

    private String explained(String from, String to, String port, Format format) {
        EndpointFinder finder = new EndpointFinder(verifier.world(), problems);
        return ExplanationReport.of(
                connectivity.explain(
                        finder.find("from", from).orElseThrow(),
                        finder.find("to", to).orElseThrow(),
                        Port.parse(port).orElseThrow()),
                format);
    }

    private static void check(String file, String text) throws IOException {
        check(SHOP.resolve(file), text);
    }

    private static void check(Path committed, String text) throws IOException {
        if (Boolean.getBoolean("mesh.refresh")) {
            Files.writeString(committed, text);
        }
        assertThat(text).isEqualTo(Files.readString(committed));
    }
}
