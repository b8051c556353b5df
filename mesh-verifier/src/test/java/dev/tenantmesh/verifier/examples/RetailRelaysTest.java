package dev.tenantmesh.verifier.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.question.EndpointFinder;
import dev.tenantmesh.verifier.question.Explanation;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.forward.BindSet;
import dev.tenantmesh.verifier.reach.forward.Listener;
import dev.tenantmesh.verifier.reach.forward.Relay;
import dev.tenantmesh.verifier.reach.relay.RelayedConnection;
import dev.tenantmesh.verifier.reach.relay.Relays;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of EXPECTED.md that lead through gateways and the router are what the verifier says on every platform. */
class RetailRelaysTest {

    private static final List<String> PLATFORMS =
            List.of("istio", "istio-1-18-multus", "openshift-mesh-2", "openshift-mesh-3");
    private static final String OUTSIDE = "198.51.100.7";
    private static final String ROUTER = "openshift-ingress/router-default";

    /** No manifest says that the namespace is in the mesh, so that its pods have to. */
    private static final String UNDECLARED = "inventory-batch/";

    private static final String BANK = "203.0.113.32";
    private static final String REVIEWS = "203.0.113.48";

    private static final Map<String, Asked> READ = new HashMap<>();

    private record Asked(
            MeshVerifier verifier, EndpointFinder finder, Connectivity connectivity, Connectivity byAccident) {}

    /**
     * A row.
     *
     * @param through the gateways that it leads through; none: there is no way
     */
    private record Row(int number, String from, String to, int port, List<String> through) {

        private static Row closed(int number, String from, String to, int port) {
            return new Row(number, from, to, port, List.of());
        }

        private static Row open(int number, String from, String to, int port, String through) {
            return new Row(number, from, to, port, List.of(through));
        }
    }

    private static final List<Row> ROWS = List.of(
            Row.open(27, OUTSIDE, "web-prod/storefront", 8080, "web-ingress/web-gateway"),
            Row.open(41, OUTSIDE, "web-prod/storefront", 8080, "retail-ingress/shared"),
            Row.open(42, OUTSIDE, "payments-prod/checkout", 8080, "retail-ingress/shared"),
            Row.closed(43, OUTSIDE, "payments-prod/ledger", 9090),
            Row.closed(18, OUTSIDE, "catalog-prod/images", 8443),
            Row.closed(18, OUTSIDE, "inventory-prod/stock", 8080),
            Row.closed(44, "web-prod/storefront", "payments-prod/checkout", 8080),
            Row.closed(44, "retail-ingress/app=any", "payments-prod/checkout", 8080),
            Row.open(47, "inventory-batch/importer", "inventory-prod/stock", 8080, "inventory-gateway/stock-gateway"),
            Row.closed(48, "web-prod/storefront", "inventory-prod/stock", 8081),
            Row.closed(48, OUTSIDE, "inventory-prod/stock", 8080),
            Row.closed(48, "payments-prod/checkout", "inventory-prod/stock", 8080),
            Row.open(64, "payments-prod/checkout", BANK, 443, "retail-egress/egress"),
            Row.open(65, "web-prod/storefront", REVIEWS, 443, "retail-egress/egress"),
            Row.closed(66, "payments-prod/ledger", BANK, 443),
            Row.closed(66, "inventory-prod/stock", REVIEWS, 443),
            Row.closed(66, "catalog-prod/images", BANK, 443),
            Row.closed(67, "web-prod/app=any", BANK, 443));

    static Stream<Arguments> rows() {
        return PLATFORMS.stream().flatMap(platform -> ROWS.stream().map(row -> Arguments.of(platform, row)));
    }

    static List<String> platforms() {
        return PLATFORMS;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_is_what_the_manifests_say(String platform, Row row) {
        // When
        Explanation explanation = explain(platform, row.from(), row.to(), row.port());

        // Then
        assertThat(explanation.verdict().isPossible()).as("by itself").isEqualTo(row.number() == 47);
        Set<String> gateways = explanation.through().stream()
                .flatMap(connection -> connection.through().stream())
                .map(Endpoint::id)
                .filter(id -> !id.equals(ROUTER))
                .collect(Collectors.toCollection(TreeSet::new));
        if (row.through().isEmpty()) {
            assertThat(gateways).isEmpty();
        } else {
            assertThat(gateways).containsAll(row.through());
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void rows_16_and_40_the_router_passes_tls_through_to_the_gateways(String platform) {
        for (String gateway : List.of("web-ingress/web-gateway", "retail-ingress/shared")) {
            // When
            Explanation explanation = explain(platform, OUTSIDE, gateway, 8443);

            // Then
            boolean routed = isOpenShift(platform);
            assertThat(explanation.verdict().isPossible()).isEqualTo(!routed);
            assertThat(explanation.through().stream()
                            .flatMap(connection -> connection.through().stream())
                            .map(Endpoint::id))
                    .allMatch(ROUTER::equals)
                    .hasSize(routed ? gateway.startsWith("web") ? 1 : 2 : 0);
            assertThat(explanation.through())
                    .allSatisfy(connection ->
                            assertThat(connection.isOpen().isCertain()).isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void rows_17_and_18_the_router_gets_to_pods_with_its_label_if_somebody_writes_a_route(String platform) {
        // Given
        Asked asked = asked(platform);
        Relays relays = asked.connectivity().relays();
        List<Listener> router = relays.listeners().stream()
                .filter(listener -> listener.relay().kind() == Relay.Kind.ROUTER)
                .toList();

        // Then
        assertThat(router.isEmpty()).isEqualTo(!isOpenShift(platform));
        for (Listener listener : router) {
            Endpoint exposed = endpoint(
                    asked, "catalog-prod/app.kubernetes.io/name=images,maistra.io/expose-route=true", platform);
            assertThat(relays.couldForward(listener, exposed, Port.tcp(8080)).mayBePlaintext())
                    .isTrue();
            assertThat(relays.couldForward(listener, exposed, Port.tcp(8443)).isPossible())
                    .isFalse();
            for (String closed : List.of("catalog-prod/images", "web-prod/storefront", "payments-prod/checkout")) {
                Endpoint other = endpoint(asked, closed, platform);
                assertThat(relays.couldForward(listener, other, Port.tcp(8080)).isPossible())
                        .as(closed)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void rows_46_62_and_63_clients_get_to_the_gateway_that_is_theirs(String platform) {
        Map<List<String>, Integer> ports = Map.of(
                List.of("inventory-batch/importer", "inventory-gateway/stock-gateway"), 8443,
                List.of("payments-prod/checkout", "retail-egress/egress"), 8443,
                List.of("web-prod/storefront", "retail-egress/egress"), 8080);
        ports.forEach((ends, port) -> assertThat(explain(platform, ends.get(0), ends.get(1), port)
                        .verdict()
                        .isPossible())
                .as("%s", ends)
                .isTrue());
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void row_68_the_gateway_is_nobodys_deputy(String platform) {
        for (String client : List.of("payments-prod/checkout", "web-prod/storefront")) {
            // When
            Set<String> hosts = Stream.of(BANK, REVIEWS)
                    .flatMap(address -> explain(platform, client, address, 443).through().stream())
                    .flatMap(connection -> connection.hosts().stream())
                    .collect(Collectors.toSet());

            // Then
            assertThat(hosts)
                    .containsExactly(client.startsWith("payments") ? "api.bank.example" : "api.reviews.example");
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void only_its_own_namespace_binds_hosts_at_the_shared_gateway(String platform) {
        // Given
        Asked asked = asked(platform);
        List<BindSet> sets = asked.connectivity().relays().bindSets().stream()
                .filter(set -> set.relay().id().equals("retail-ingress/shared") && set.by() == BindSet.By.ROUTE)
                .toList();

        // When
        Map<String, List<String>> binding = sets.stream()
                .collect(Collectors.toMap(
                        BindSet::host,
                        set -> asked.verifier().world().namespaces().values().stream()
                                .filter(namespace -> set.namespaces().selects(namespace.labels()))
                                .map(Namespace::name)
                                .toList()));

        // Then
        assertThat(binding)
                .containsOnlyKeys("promo.shop.example.com", "pay.shop.example.com")
                .allSatisfy((host, namespaces) -> assertThat(namespaces).containsExactly("retail-ingress"));
        assertThat(sets)
                .allSatisfy(set -> assertThat(set.delegates())
                        .isEqualTo(set.host().startsWith("pay") ? Set.of("payments-prod") : Set.of()));
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void pay_leads_to_payments_and_promo_to_the_storefront(String platform) {
        // When
        Map<String, Set<String>> namespaces = asked(platform).connectivity().relayed().stream()
                .filter(connection -> connection.through().stream()
                        .anyMatch(relay -> relay.id().equals("retail-ingress/shared")))
                .filter(connection -> connection.destination() instanceof Pod)
                .collect(Collectors.groupingBy(
                        connection -> String.join(",", connection.hosts()),
                        Collectors.mapping(RetailRelaysTest::namespace, Collectors.toCollection(TreeSet::new))));

        // Then
        assertThat(namespaces.get("pay.shop.example.com")).containsExactly("payments-prod");
        assertThat(namespaces.get("promo.shop.example.com")).containsExactly("web-prod");
        assertThat(namespaces).hasSize(2);
    }

    private static String namespace(RelayedConnection connection) {
        return ((Pod) connection.destination()).namespace().name();
    }

    private static Explanation explain(String platform, String from, String to, int port) {
        Asked asked = asked(platform);
        boolean declared = !from.startsWith(UNDECLARED);
        return (declared ? asked.connectivity() : asked.byAccident())
                .explain(endpoint(asked, from, platform), endpoint(asked, to, platform), Port.tcp(port));
    }

    private static Endpoint endpoint(Asked asked, String written, String platform) {
        return asked.finder().find("endpoint", pod(asked, written, platform)).orElseThrow();
    }

    /** Workloads are the tenants' own, so they are asked for by their labels; Maistra's pods ask for their proxy. */
    private static String pod(Asked asked, String written, String platform) {
        boolean declared = asked.verifier().world().podsOf(written).size() == 1;
        if (declared || !written.contains("/")) {
            return written;
        }
        String labelled = written.contains("=") ? written : written.replace("/", "/app.kubernetes.io/name=");
        if (platform.equals("openshift-mesh-2")) {
            return labelled + ",sidecar.istio.io/inject=true";
        }
        return written.startsWith(UNDECLARED) ? labelled + ",istio.io/rev=retail" : labelled;
    }

    private static boolean isOpenShift(String platform) {
        return !platform.equals("istio");
    }

    private static Asked asked(String platform) {
        return READ.computeIfAbsent(platform, RetailRelaysTest::read);
    }

    private static Asked read(String platform) {
        Problems problems = new Problems();
        ClusterProfile profile = isOpenShift(platform) ? ClusterProfile.OVN_KUBERNETES : ClusterProfile.KUBERNETES;
        MeshVerifier verifier = MeshVerifier.read(
                Arrays.asList(Path.of("..", "examples", "retail", "deploy", platform)),
                LoadOptions.DEFAULT,
                profile,
                problems);
        return new Asked(
                verifier,
                new EndpointFinder(verifier.world(), problems),
                new Connectivity(verifier, Adversary.HOSTILE_SOURCE),
                new Connectivity(verifier, Adversary.ACCIDENT));
    }
}
