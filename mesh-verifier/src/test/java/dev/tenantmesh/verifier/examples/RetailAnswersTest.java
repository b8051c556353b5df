package dev.tenantmesh.verifier.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.examples.RetailCluster.Pair;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** EXPECTED.md, which was written by hand, is what the verifier says of the manifests: no more, and no less. */
class RetailAnswersTest {

    private static final int MOST_SHOWN = 20;
    private static final Pattern NUMBER = Pattern.compile("(?m)^\\| *([0-9]+) *\\|");

    private static final Map<Platform, RetailCluster> CLUSTERS = new EnumMap<>(Platform.class);
    private static final Map<Platform, Set<Passage>> OPEN = new EnumMap<>(Platform.class);

    @Test
    void every_row_of_the_document_is_in_the_table() throws IOException {
        // Given
        String document = Files.readString(Platform.EXAMPLE.resolve("EXPECTED.md"));
        List<Integer> written = NUMBER.matcher(document)
                .results()
                .map((MatchResult row) -> Integer.valueOf(row.group(1)))
                .toList();

        // When
        Set<Integer> held = new TreeSet<>(RetailRows.OF_CONFIGURATION);
        RetailRows.on(Platform.ISTIO).forEach(row -> held.add(row.number()));

        // Then
        assertThat(written).hasSizeGreaterThan(60).containsExactlyElementsOf(held);
    }

    @ParameterizedTest
    @EnumSource
    void every_row_speaks_of_somebody(Platform platform) {
        // Given
        List<Pair> pairs = cluster(platform).pairs().toList();

        // When
        Stream<Row> ofNobody = RetailRows.on(platform).stream()
                .filter(row -> pairs.stream().noneMatch(pair -> row.speaksOf(pair.source(), pair.destination())));

        // Then
        assertThat(ofNobody.map(Row::number)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void gateways_serve_the_hosts_of_their_rows_as_these_say(Platform platform) {
        assertThat(cluster(platform).servers())
                .as("rows 16, 40, 46, 62 and 63")
                .containsExactlyInAnyOrder(
                        "web-ingress/web-gateway: SIMPLE for web-ingress/www.shop.example.com",
                        "retail-ingress/shared: SIMPLE for retail-ingress/promo.shop.example.com",
                        "retail-ingress/shared: SIMPLE for retail-ingress/pay.shop.example.com",
                        "inventory-gateway/stock-gateway: ISTIO_MUTUAL for inventory-gateway/stock.inventory.example.com",
                        "retail-egress/egress: ISTIO_MUTUAL for retail-egress/api.bank.example",
                        "retail-egress/egress: ISTIO_MUTUAL for retail-egress/api.reviews.example");
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_open_that_no_row_opens(Platform platform) {
        // Given
        List<Row> rows = RetailRows.on(platform);

        // When
        Stream<Passage> inNoRow =
                open(platform).stream().filter(passage -> rows.stream().noneMatch(row -> row.opens(passage)));

        // Then
        assertThat(inNoRow.map(Passage::explained).limit(MOST_SHOWN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_row_closes_is_closed(Platform platform) {
        // Given
        List<Row> rows = RetailRows.on(platform);

        // When
        Stream<String> broken = rows.stream()
                .filter(row -> !row.isOpen())
                .flatMap(row -> open(platform).stream()
                        .filter(row::forbids)
                        .filter(passage -> rows.stream()
                                .noneMatch(other -> row.but().contains(other.number()) && other.opens(passage)))
                        .map(passage -> "row " + row.number() + ": " + passage.explained()));

        // Then
        assertThat(broken.limit(MOST_SHOWN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_row_opens_is_open_to_those_who_behave(Platform platform) {
        assertThat(missing(platform, Adversary.ACCIDENT)).isEmpty();
    }

    /** Whoever owns the source can be any of the identities that a row names. */
    @ParameterizedTest
    @EnumSource
    void what_a_row_opens_is_open_to_those_who_do_not(Platform platform) {
        assertThat(missing(platform, Adversary.HOSTILE_SOURCE)).isEmpty();
    }

    private static List<String> missing(Platform platform, Adversary adversary) {
        RetailCluster cluster = cluster(platform);
        List<String> missing = new ArrayList<>();
        List<Pair> pairs = cluster.pairs().toList();
        for (Row row : RetailRows.on(platform).stream().filter(Row::isOpen).toList()) {
            int before = missing.size();
            boolean seen = false;
            for (Pair pair : pairs) {
                if (row.speaksOf(pair.source(), pair.destination())) {
                    seen |= isHeld(row, pair, cluster, adversary, missing);
                }
            }
            if (!seen && missing.size() == before) {
                missing.add("row " + row.number() + " opens nothing to anybody");
            }
        }
        return missing.stream().limit(MOST_SHOWN).toList();
    }

    /** Whether a row opens anything between two ends; what it should open and does not is added. */
    private static boolean isHeld(
            Row row, Pair pair, RetailCluster cluster, Adversary adversary, List<String> missing) {
        boolean seen = false;
        for (Port port : row.ports().among(cluster.portsBetween(pair)).toList()) {
            List<Way> ways = cluster.ask(adversary, pair, port).ways();
            List<Way> meant = ways.stream().filter(row.how()).toList();
            Stream<Way> wrong = Stream.concat(
                    ways.stream().filter(way -> !passesNetwork(way)),
                    meant.stream().filter(way -> way.isOpen() != row.certainty()));
            wrong.map(way -> new Passage(pair.source(), pair.destination(), only(port), way))
                    .forEach(passage -> missing.add("row " + row.number() + ": " + passage.explained()));
            boolean declared = pair.source() instanceof Pod pod && !pod.isPossible();
            if (declared && meant.isEmpty()) {
                missing.add("row " + row.number() + ": " + pair.source().id() + " has no such way to "
                        + pair.destination().id() + " " + port);
            }
            seen |= !meant.isEmpty();
        }
        return seen;
    }

    private static boolean passesNetwork(Way way) {
        return way.steps().stream()
                .filter(step -> step.layer() == Step.Layer.EGRESS || step.layer() == Step.Layer.INGRESS)
                .allMatch(step -> step.passed().isCertain());
    }

    private static PortRange only(Port port) {
        return new PortRange(port.protocol(), port.number(), port.number());
    }

    private static RetailCluster cluster(Platform platform) {
        return CLUSTERS.computeIfAbsent(platform, RetailCluster::on);
    }

    private static Set<Passage> open(Platform platform) {
        return OPEN.computeIfAbsent(platform, on -> cluster(on).open());
    }
}
