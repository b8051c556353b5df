package dev.tenantmesh.generator.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The egress gateway leads each client to its own host, whatever name another asks for: it is nobody's deputy. */
class EgressGatewayTest {

    private static final Map<String, String> CLIENTS = Map.of(
            "api.bank.example", "retail.example.com/ns/payments-prod/sa/checkout",
            "api.reviews.example", "retail.example.com/ns/web-prod/sa/storefront");

    @ParameterizedTest
    @EnumSource
    void eachHostIsForItsOwnClients(RetailPlatform platform) {
        // Given
        World world = RetailWorld.on(platform);
        ProxyRules proxies = new ProxyRules(new Cluster(RetailManifests.on(platform), world));
        Endpoint gateway = gateway(world);

        // When
        Set<String> through = new TreeSet<>();
        for (Endpoint client : world.endpoints()) {
            for (Mode mode : world.hostile(client)) {
                proxies.serverNames(gateway).stream()
                        .filter(name -> List.of(8080, 8443).stream()
                                .anyMatch(port -> proxies.accept(gateway, Port.tcp(port), mode, name)))
                        .forEach(name -> through.add(mode.identity() + " to " + name));
            }
        }

        // Then
        assertThat(proxies.serverNames(gateway)).hasSize(4).containsAll(CLIENTS.keySet());
        assertThat(through)
                .containsExactlyInAnyOrderElementsOf(CLIENTS.entrySet().stream()
                        .map(client -> client.getValue() + " to " + client.getKey())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theGuardHoldsWhateverElseAllows(RetailPlatform platform) {
        // Given
        World world = RetailWorld.on(platform);
        List<Document> opened = Layers.OPENED_BY_OWNER.of(RetailManifests.on(platform), "retail-egress");
        ProxyRules proxies = new ProxyRules(new Cluster(opened, world));
        Endpoint gateway = gateway(world);

        // When
        Predicate<String> strangersGetTo = name -> world.endpoints().stream()
                .flatMap(client -> world.hostile(client).stream())
                .filter(mode -> !mode.identity().equals(CLIENTS.get(name)))
                .anyMatch(mode -> proxies.accept(gateway, Port.tcp(8443), mode, name));

        // Then
        assertThat(proxies.serverNames(gateway)).noneMatch(strangersGetTo);
    }

    private static Endpoint gateway(World world) {
        return world.endpoints().stream()
                .filter(endpoint -> endpoint.id().equals("retail-egress/egress"))
                .findFirst()
                .orElseThrow();
    }
}
