package dev.tenantmesh.generator.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proxies of the retail example are told what EXPECTED.md says, which is what their pods may reach. */
class RetailToldTest {

    private static final List<TenantService> PEERS = List.of(
            new TenantService("vault", "vault", Set.of(8200)),
            new TenantService("kafka", "events-kafka-bootstrap", Set.of(9093)),
            new TenantService("retail-egress", "egress", Set.of(8080, 8443)),
            new TenantService("inventory-gateway", "stock-gateway", Set.of(8443)));

    /** The hosts outside the cluster, and the egress gateway's port that leads there; none: directly. */
    private static final Map<String, Integer> EXTERNALS =
            Map.of("api.bank.example", 8443, "api.reviews.example", 8080, "origin.media.example", 0);

    @ParameterizedTest
    @EnumSource
    void nobodyIsToldMoreOrLess(RetailPlatform platform) {
        // Given
        World world = RetailWorld.on(platform);

        // When
        Told told = told(RetailManifests.on(platform), RetailManifests.componentsOn(platform), world);

        // Then
        List<Endpoint> proxies = proxies(world);
        assertThat(proxies).hasSizeGreaterThan(15);
        assertThat(proxies)
                .allSatisfy(pod -> assertThat(told.of(pod)).as(pod.id()).isEqualTo(RetailTold.of(pod)));
    }

    @ParameterizedTest
    @EnumSource
    void everyoneIsToldOfWhatTheyReachAndOfNothingElse(RetailPlatform platform) {
        // Given
        World world = RetailWorld.on(platform);
        Reach reach = new Reach(RetailManifests.on(platform), world);

        // When
        Told told = told(RetailManifests.on(platform), RetailManifests.componentsOn(platform), world);

        // Then
        assertThat(proxies(world)).allSatisfy(pod -> {
            Set<String> reached = new TreeSet<>();
            Stream.concat(TenantService.RETAIL.stream(), PEERS.stream())
                    .filter(service -> reaches(pod, service, reach, world))
                    .forEach(service -> reached.add(service.id()));
            EXTERNALS.keySet().stream()
                    .filter(host -> reaches(pod, host, reach, world))
                    .forEach(reached::add);
            Set<String> others = told.of(pod);
            others.remove(pod.name() + "." + pod.namespace());
            reached.remove(pod.name() + "." + pod.namespace());
            assertThat(others).as(pod.id()).isEqualTo(reached);
        });
    }

    @ParameterizedTest
    @EnumSource
    void withoutSidecarsNeighboursOfOneNamespaceAreTold(RetailPlatform platform) {
        // Given
        World world = RetailWorld.on(platform);
        List<Document> applied = RetailManifests.on(platform).stream()
                .filter(document -> !document.is("Sidecar"))
                .toList();

        // When
        Set<String> told =
                told(applied, RetailManifests.componentsOn(platform), world).of(pod(world, "payments-prod/undeclared"));

        // Then
        assertThat(told)
                .containsExactly(
                        "api.bank.example",
                        "checkout.payments-prod",
                        "egress.retail-egress",
                        "ledger.payments-prod",
                        "vault.vault");
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheComponentsOnlyTheDefaultKeepsServicesApart(RetailPlatform platform) {
        // Given
        World world = RetailWorld.on(platform);

        // When
        Told told = told(RetailManifests.on(platform), List.of(), world);

        // Then
        assertThat(told.of(pod(world, "web-ingress/web-gateway"))).containsExactly("web-gateway.web-ingress");
        assertThat(told.of(pod(world, "web-prod/storefront")))
                .containsExactly("api.reviews.example", "egress.retail-egress", "storefront.web-prod");
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheDefaultAGatewayIsToldOfTheWholeMesh(RetailPlatform platform) {
        // Given
        World world = RetailWorld.on(platform);
        List<Document> applied = new ArrayList<>();
        RetailManifests.on(platform).forEach(document -> applied.add(document.without("defaultServiceExportTo")));

        // When
        Set<String> told = told(applied, List.of(), world).of(pod(world, "web-ingress/web-gateway"));

        // Then
        assertThat(told)
                .contains("ledger.payments-prod", "stock.inventory-prod")
                .doesNotContain("query.analytics-jobs");
    }

    private static Told told(List<Document> applied, List<Document> components, World world) {
        return new Told(applied, components, world, TenantService.RETAIL);
    }

    private static boolean reaches(Endpoint pod, TenantService service, Reach reach, World world) {
        return world.endpoints().stream()
                .filter(server -> service.leadsTo(server) || leadsToPeer(service, server))
                .anyMatch(server -> service.podPorts().stream()
                        .anyMatch(port ->
                                !reach.ofBehaved(pod, server, Port.tcp(port)).isEmpty()));
    }

    private static boolean reaches(Endpoint pod, String host, Reach reach, World world) {
        int gatewayPort = EXTERNALS.get(host);
        boolean directly = !reach.ofBehaved(pod, pod(world, "address/" + host), Port.tcp(443))
                .isEmpty();
        return directly
                || (gatewayPort > 0
                        && !reach.ofBehaved(pod, pod(world, "retail-egress/egress"), Port.tcp(gatewayPort))
                                .isEmpty());
    }

    private static boolean leadsToPeer(TenantService service, Endpoint server) {
        return server.id().equals(service.namespace() + "/" + service.name())
                || (service.namespace().equals("kafka") && server.id().equals("kafka/events"));
    }

    private static List<Endpoint> proxies(World world) {
        return world.endpoints().stream()
                .filter(pod -> pod.proxy() != Endpoint.Proxy.NONE)
                .toList();
    }

    private static Endpoint pod(World world, String id) {
        return world.endpoints().stream()
                .filter(endpoint -> endpoint.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
