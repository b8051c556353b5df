package dev.tenantmesh.generator.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose routes get the requests of which host, by the manifests of the retail example. */
class RouteBindingTest {

    private static final Set<String> SHARED_HOSTS = Set.of("pay.shop.example.com", "promo.shop.example.com");

    /** A route of a tenant for every host there is, and for all of them at once. */
    @ParameterizedTest
    @EnumSource
    void noTenantBindsAHostOfTheSharedGateway(RetailPlatform platform) {
        // Given
        Entrance shared = gateway(platform, "retail-ingress");
        List<String> wanted = Stream.concat(
                        SHARED_HOSTS.stream(),
                        Stream.of("*", "*.com", "*.shop.example.com", "*.example.com", "www.shop.example.com"))
                .toList();

        // When
        Stream<String> bound = RetailWorld.TENANTS.keySet().stream()
                .filter(namespace -> !namespace.equals("retail-ingress"))
                .flatMap(namespace -> wanted.stream()
                        .filter(host -> shared.servers().stream().anyMatch(server -> server.binds(namespace, host)))
                        .map(host -> namespace + " binds " + host));

        // Then
        assertThat(bound).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyHostIsBoundByOneRouteOfTheGatewaysOwnNamespace(RetailPlatform platform) {
        // Given
        List<Document> routes = documents(platform, "VirtualService")
                .filter(route -> !route.spec().texts("hosts").isEmpty())
                .toList();

        for (Entrance gateway : gateways(platform)) {
            for (Entrance.Server server : gateway.servers()) {
                for (String served : server.hosts()) {
                    // When
                    String host = served.substring(served.indexOf('/') + 1);
                    List<Document> binding = routes.stream()
                            .filter(route -> route.spec().texts("hosts").contains(host))
                            .filter(route -> server.binds(route.namespace(), host))
                            .toList();

                    // Then
                    assertThat(binding).as(served).hasSize(1);
                    assertThat(binding.get(0).namespace()).isEqualTo(gateway.namespace());
                    assertThat(binding.get(0).spec().texts("gateways")).containsExactly(gateway.name());
                    assertThat(binding.get(0).spec().texts("exportTo")).containsExactly(".");
                }
            }
        }
    }

    /** A delegate says neither which host nor which gateway it is for, and no proxy but the gateway is told of it. */
    @ParameterizedTest
    @EnumSource
    void onlyTheDelegatedHostIsLedOnToATenant(RetailPlatform platform) {
        Map<String, String> delegates = documents(platform, "VirtualService")
                .filter(route -> route.namespace().equals("retail-ingress"))
                .flatMap(route -> route.spec().list("http").stream()
                        .filter(http -> http.has("delegate"))
                        .map(http -> http.path("delegate"))
                        .map(to -> Map.entry(
                                route.spec().texts("hosts").get(0), to.text("namespace") + "/" + to.text("name"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<Document> delegated = documents(platform, "VirtualService")
                .filter(route -> route.spec().texts("hosts").isEmpty())
                .toList();

        assertThat(delegates)
                .containsExactly(Map.entry("pay.shop.example.com", "payments-prod/shared.pay.shop.example.com"));
        assertThat(delegated.stream().map(route -> route.namespace() + "/" + route.name()))
                .containsExactlyElementsOf(delegates.values());
        assertThat(delegated).allSatisfy(route -> {
            assertThat(route.spec().has("gateways")).isFalse();
            assertThat(route.spec().texts("exportTo")).containsExactly("retail-ingress");
        });
    }

    @ParameterizedTest
    @EnumSource
    void theSharedGatewayServesWhatTenantsAskedForAndNothingElse(RetailPlatform platform) {
        Set<String> hosts = gateway(platform, "retail-ingress").servers().stream()
                .flatMap(server -> server.hosts().stream())
                .map(host -> host.substring(host.indexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(hosts).isEqualTo(SHARED_HOSTS);
    }

    /** What policies select is what Deployments make; and what a client's proxy must know of the gateway is there. */
    @ParameterizedTest
    @EnumSource
    void podsAreTheOnesThatPoliciesAreAbout(RetailPlatform platform) {
        List<Document> deployments = documents(platform, "Deployment").toList();

        assertThat(deployments.stream().map(pods -> pods.namespace() + "/" + pods.name()))
                .containsExactlyInAnyOrder(
                        "inventory-gateway/stock-gateway",
                        "retail-egress/egress",
                        "retail-ingress/shared",
                        "web-ingress/web-gateway");
        for (Document deployment : deployments) {
            Map<String, String> labels =
                    deployment.spec().path("template", "metadata").textMap("labels");
            assertThat(gateways(platform).stream()
                            .filter(gateway -> gateway.namespace().equals(deployment.namespace()))
                            .map(Entrance::selected))
                    .allSatisfy(selected -> assertThat(labels).containsAllEntriesOf(selected));
            assertThat(documents(platform, "NetworkPolicy")
                            .filter(policy -> policy.namespace().equals(deployment.namespace()))
                            .filter(policy -> policy.name().startsWith("gateway-"))
                            .map(policy -> policy.spec().path("podSelector").textMap("matchLabels")))
                    .allSatisfy(selected -> assertThat(labels).containsAllEntriesOf(selected));
        }
        assertThat(documents(platform, "DestinationRule")
                        .filter(rule -> rule.namespace().equals("inventory-gateway")))
                .singleElement()
                .satisfies(rule -> assertThat(rule.spec().texts("exportTo")).containsExactly("inventory-batch"));
    }

    private static Entrance gateway(RetailPlatform platform, String namespace) {
        return gateways(platform).stream()
                .filter(gateway -> gateway.namespace().equals(namespace))
                .findFirst()
                .orElseThrow();
    }

    private static List<Entrance> gateways(RetailPlatform platform) {
        return documents(platform, "Gateway").map(Entrance::read).toList();
    }

    private static Stream<Document> documents(RetailPlatform platform, String kind) {
        return RetailManifests.on(platform).stream().filter(document -> document.is(kind));
    }
}
