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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports of a shop behind a router and a gateway are the committed files; with {@code -Dmesh.refresh=true} written. */
class RelayReportsTest {

    private static final Path EDGE = Path.of("src", "test", "resources", "edge");

    private final Problems problems = new Problems();
    private final MeshVerifier verifier = MeshVerifier.read(
            List.of(EDGE.resolve("manifests.yaml")), LoadOptions.DEFAULT, ClusterProfile.OVN_KUBERNETES, problems);
    private final Connectivity connectivity = new Connectivity(verifier, Adversary.HOSTILE_SOURCE);

    private String connectivity(Format format) {
        return ConnectivityReport.of(connectivity.connections(), List.of(), connectivity.relaying(), format);
    }

    private String explanation(Format format) {
        EndpointFinder finder = new EndpointFinder(verifier.world(), problems);
        return ExplanationReport.of(
                connectivity.explain(
                        finder.find("from", "198.51.100.7").orElseThrow(),
                        finder.find("to", "shop/storefront").orElseThrow(),
                        Port.tcp(8080)),
                format);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SARIF")
    void connectivity_is_as_committed(Format format) throws IOException {
        check("connectivity." + format.written(), connectivity(format));
    }

    @ParameterizedTest
    @EnumSource(names = {"TEXT", "MD", "JSON"})
    void an_explanation_is_as_committed(Format format) throws IOException {
        check("outside." + format.written(), explanation(format));
    }

    @Test
    void who_connects_by_itself_is_told_apart_from_who_is_relayed() throws IOException {
        // When
        JsonNode json = new ObjectMapper().readTree(connectivity(Format.JSON));

        // Then
        assertThat(json.path("connections"))
                .filteredOn(
                        connection -> connection.path("destination").asText().equals("shop/storefront"))
                .extracting(connection -> connection.path("source").asText())
                .containsExactly("edge/gate");
        assertThat(json.path("relayed")).anySatisfy(connection -> {
            assertThat(connection.path("destination").asText()).isEqualTo("shop/storefront");
            assertThat(connection.path("through")).hasSize(2);
            assertThat(connection.path("through").get(1).path("file").asText()).endsWith("manifests.yaml");
            assertThat(connection.path("hosts").get(0).asText()).isEqualTo("shop.example.com");
        });
    }

    @Test
    void the_verdict_of_the_connection_itself_stays_and_the_way_round_is_said_beside_it() {
        assertThat(explanation(Format.TEXT))
                .startsWith("198.51.100.7 -> shop/storefront on tcp/8080: closed, but open through"
                        + " openshift-ingress/router-default, edge/gate\n");
    }

    private static void check(String file, String text) throws IOException {
        Path committed = EDGE.resolve(file);
        if (Boolean.getBoolean("mesh.refresh")) {
            Files.writeString(committed, text);
        }
        assertThat(text).isEqualTo(Files.readString(committed));
    }
}
