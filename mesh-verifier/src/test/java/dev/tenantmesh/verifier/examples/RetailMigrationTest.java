package dev.tenantmesh.verifier.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.diff.Change;
import dev.tenantmesh.verifier.diff.DiffOptions;
import dev.tenantmesh.verifier.diff.Edge;
import dev.tenantmesh.verifier.diff.End;
import dev.tenantmesh.verifier.diff.MeshDiff;
import dev.tenantmesh.verifier.diff.PortSet;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mesh that moves from one platform to another keeps who reaches whom, but for what EXPECTED.md says of platforms. */
class RetailMigrationTest {

    private static final Set<String> TENANTS_AND_GATEWAYS = Stream.concat(
                    RetailCluster.TENANTS.keySet().stream(), RetailCluster.GATEWAYS.stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final DiffOptions ALL = DiffOptions.ALL.ownedBy(RetailCluster.TENANTS);
    private static final DiffOptions INSIDE = ALL.between(TENANTS_AND_GATEWAYS);
    private static final Map<Platform, MeshVerifier> CLUSTERS = Stream.of(
                    Platform.ISTIO, Platform.OPENSHIFT_MESH_2, Platform.OPENSHIFT_MESH_3)
            .collect(Collectors.toMap(platform -> platform, RetailCluster::verifier));

    /** What lines of EXPECTED.md differ by platform. */
    private static final Map<String, Predicate<Change>> BY_PLATFORM = Map.of(
            "16 and 40: anyone comes to gateways by a load balancer, and not by the router",
            RetailMigrationTest::comesToAGateway,
            "17: the router is another one, and images know it",
            change -> change.edge().destination().id().equals("catalog-prod/images") && on(change, "TCP 8080"),
            "21, 45 and 69: other namespaces scrape metrics",
            change -> on(change, "TCP 15020"),
            "23: DNS pods are elsewhere and listen on 53 instead of 5353",
            change -> on(change, "TCP 53", "UDP 53", "TCP 5353", "UDP 5353"));

    @ParameterizedTest
    @CsvSource({
        "OPENSHIFT_MESH_2, OPENSHIFT_MESH_3",
        "OPENSHIFT_MESH_3, OPENSHIFT_MESH_2",
        "OPENSHIFT_MESH_3, ISTIO",
        "OPENSHIFT_MESH_2, ISTIO"
    })
    void between_tenants_and_gateways_every_edge_is_the_same(Platform before, Platform after) {
        // Then
        assertThat(diff(before, after, INSIDE).changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ISTIO", "OPENSHIFT_MESH_2", "OPENSHIFT_MESH_3"})
    void what_is_compared_is_what_is_expected_between_tenants(Platform platform) {
        // Given
        MeshVerifier nothing = MeshVerifier.of(
                ManifestLoader.read("none.yaml", "", new Problems()), ClusterProfile.KUBERNETES, new Problems());

        // When
        MeshDiff diff = MeshDiff.between(nothing, cluster(platform), INSIDE.withoutKinds());

        // Then
        assertThat(diff.changes()).allMatch(Change::isWidening).hasSizeGreaterThan(100);
        assertThat(connections(diff))
                .contains(
                        "payments-prod/checkout payments-prod/ledger TCP 9090",
                        "web-prod/storefront inventory-prod/stock TCP 8080",
                        "retail-ingress/shared web-prod/storefront TCP 8080",
                        "inventory-batch/importer inventory-gateway/stock-gateway TCP 8443",
                        "payments-prod/checkout retail-egress/egress TCP 8443");
        assertThat(connections(diff))
                .noneMatch(
                        line -> line.startsWith("web-prod/storefront inventory-prod/stock") && line.contains("8081"));
    }

    @Test
    void from_service_mesh_2_to_3_nothing_of_tenants_changes_at_all() {
        // When
        MeshDiff diff = diff(Platform.OPENSHIFT_MESH_2, Platform.OPENSHIFT_MESH_3, ALL.withoutKinds());

        // Then
        assertThat(diff.changes()).filteredOn(RetailMigrationTest::isOfTenants).isEmpty();
        assertThat(owners(diff)).containsExactly("forger", "istio-cni");
    }

    @Test
    void from_openshift_to_istio_tenants_see_the_differences_that_the_list_names_and_no_others() {
        // When
        List<Change> changes = diff(Platform.OPENSHIFT_MESH_3, Platform.ISTIO, ALL.withoutKinds()).changes().stream()
                .filter(RetailMigrationTest::isOfTenants)
                .flatMap(RetailMigrationTest::rangeByRange)
                .toList();

        // Then
        assertThat(changes)
                .as("changes that no line of the list explains")
                .allMatch(change -> BY_PLATFORM.values().stream().anyMatch(line -> line.test(change)));
        BY_PLATFORM.forEach((line, predicate) -> assertThat(changes).as(line).anyMatch(predicate));
    }

    private static boolean comesToAGateway(Change change) {
        Edge edge = change.edge();
        boolean gateway = Set.of("web-ingress/web-gateway", "retail-ingress/shared")
                .contains(edge.destination().id());
        boolean through =
                edge.by().contains("web-ingress/web-gateway") || edge.by().contains("retail-ingress/shared");
        boolean router = edge.by().contains("the router");
        return through || ((gateway || router) && on(change, "TCP 8443"));
    }

    private static boolean on(Change change, String... ports) {
        return Set.of(ports).contains(change.ports().toString());
    }

    /** A change for each range of its ports, which can have reasons of their own. */
    private static Stream<Change> rangeByRange(Change change) {
        return change.ports().ranges().stream().map(range -> change.on(PortSet.of(List.of(range))));
    }

    private static boolean isOfTenants(Change change) {
        return TENANTS_AND_GATEWAYS.contains(change.edge().source().namespace())
                || TENANTS_AND_GATEWAYS.contains(change.edge().destination().namespace());
    }

    private static Set<String> owners(MeshDiff diff) {
        return diff.changes().stream()
                .map(change -> change.edge().destination())
                .map(End::owner)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> connections(MeshDiff diff) {
        return diff.changes().stream()
                .filter(change -> change.edge().topic() == Edge.Topic.CONNECTION)
                .map(change -> change.edge().source() + " " + change.edge().destination() + " " + change.ports())
                .toList();
    }

    private static MeshDiff diff(Platform before, Platform after, DiffOptions options) {
        return MeshDiff.between(cluster(before), cluster(after), options);
    }

    private static MeshVerifier cluster(Platform platform) {
        MeshVerifier cluster = CLUSTERS.get(platform);
        assertThat(cluster).isNotNull();
        return cluster;
    }
}
