package dev.tenantmesh.generator.reach;

import static dev.tenantmesh.generator.reach.Line.nothing;
import static dev.tenantmesh.generator.reach.Line.open;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** EXPECTED.md, row by row, in the words of the evaluator. */
final class RetailLines {

    private static final Predicate<Endpoint> ANYONE = is().negate();
    private static final Predicate<Mode> PLAINTEXT = Mode::isPlaintext;
    private static final Predicate<Mode> STOCK_GATEWAY = as("inventory-gateway", "stock-gateway");
    private static final Predicate<Endpoint> MEMBER =
            pod -> pod.isPod() && RetailWorld.TENANTS.containsKey(pod.namespace());
    private static final Predicate<Endpoint> SHARED = of("retail-ingress");
    private static final Predicate<Endpoint> EGRESS = of("retail-egress");
    private static final Predicate<Endpoint> TENANT =
            MEMBER.and(SHARED.or(EGRESS).negate());
    private static final Predicate<Endpoint> ANALYTICS = of("analytics-jobs", "analytics-mesh");
    private static final Predicate<Endpoint> RETAIL = of("retail-mesh").or(MEMBER.and(ANALYTICS.negate()));
    private static final Predicate<Endpoint> GOVERNED = RETAIL.or(ANALYTICS);
    private static final Predicate<Endpoint> ISTIOD = is("retail-mesh/istiod", "analytics-mesh/istiod");
    private static final Predicate<Endpoint> UNDECLARED =
            MEMBER.and(pod -> Set.of("undeclared", "bare").contains(pod.name()));
    private static final Predicate<Endpoint> IMAGES =
            of("catalog-prod").and(pod -> pod.name().startsWith("images"));
    private static final Predicate<Endpoint> SEARCH =
            of("catalog-prod").and(pod -> pod.name().startsWith("search"));

    private RetailLines() {}

    static List<Line> on(RetailPlatform platform) {
        return Stream.of(
                        insideTenants(),
                        acrossTenants(),
                        fromOutside(platform),
                        ownNode(),
                        outOfTenants(platform),
                        controlPlanes(platform),
                        gateways(platform),
                        outToTheWorld(platform))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Line> insideTenants() {
        Predicate<Endpoint> inventory = of("inventory-prod", "inventory-batch");
        Predicate<Mode> byInventory = accountOf("inventory-prod", "inventory-batch");
        return List.of(
                open(1, of("payments-prod"), is("payments-prod/checkout"), tcp(8080), accountOf("payments-prod")),
                open(
                        2,
                        is("payments-prod/checkout"),
                        is("payments-prod/ledger"),
                        tcp(9090),
                        as("payments-prod", "checkout")),
                nothing(3, is("payments-prod/checkout").negate(), is("payments-prod/ledger"), 21, 22),
                open(4, inventory, is("inventory-prod/stock"), tcp(8080), byInventory.or(STOCK_GATEWAY)),
                open(4, inventory, is("inventory-prod/stock"), tcp(8081), byInventory),
                open(5, inventory, is("inventory-batch/importer"), tcp(8080), byInventory.or(PLAINTEXT)),
                open(
                        6,
                        of("web-prod", "web-ingress"),
                        is("web-prod/storefront"),
                        tcp(8080),
                        accountOf("web-prod", "web-ingress")),
                open(7, of("catalog-prod"), SEARCH, tcp(8080), accountOf("catalog-prod")),
                open(8, of("catalog-prod"), IMAGES, tcp(8080, 8443), accountOf("catalog-prod")),
                open(8, of("catalog-prod"), IMAGES, tcp(8080), PLAINTEXT),
                open(
                        9,
                        is("analytics-jobs/collector"),
                        is("analytics-jobs/query"),
                        tcp(8080),
                        as("analytics-jobs", "collector")),
                nothing(10, ANYONE, is("analytics-jobs/collector"), 21, 22),
                nothing(11, UNDECLARED, UNDECLARED));
    }

    private static List<Line> acrossTenants() {
        Predicate<Endpoint> storefront = is("web-prod/storefront");
        Predicate<Endpoint> stock = is("inventory-prod/stock");
        return List.of(
                open(12, storefront, stock, tcp(8080), as("web-prod", "storefront")),
                nothing(13, storefront, stock).at(tcp(8081)),
                foreign("payments-prod"),
                foreign("inventory-prod", "inventory-batch", "inventory-gateway"),
                foreign("web-prod", "web-ingress"),
                foreign("catalog-prod"),
                nothing(15, RETAIL, ANALYTICS),
                nothing(15, ANALYTICS, RETAIL));
    }

    private static Line foreign(String... namespaces) {
        return nothing(14, TENANT.and(of(namespaces).negate()), of(namespaces), 12, 17);
    }

    private static List<Line> fromOutside(RetailPlatform platform) {
        Predicate<Endpoint> router = is(platform.routerNamespace() + "/router");
        Predicate<Endpoint> monitoring = monitoring(platform);
        Predicate<Endpoint> clients = platform == RetailPlatform.ISTIO ? GOVERNED.negate() : router;
        Predicate<Endpoint> exposed = is("catalog-prod/images-exposed");
        return List.of(
                open(16, clients, is("web-ingress/web-gateway"), tcp(8443), PLAINTEXT),
                open(17, router, exposed, tcp(8080), PLAINTEXT),
                nothing(18, router, GOVERNED.and(exposed.negate()), gatewaysAndWebhooks(platform)),
                nothing(18, router, exposed).at(tcp(8443)),
                open(19, is("legacy-batch/nightly-import"), is("inventory-batch/importer"), tcp(8080), PLAINTEXT),
                nothing(20, GOVERNED.negate(), TENANT, 16, 17, 19, 21, 22),
                open(21, monitoring, TENANT, tcp(15020), PLAINTEXT));
    }

    /** Where the router is just anyone, it also reaches what anyone reaches. */
    private static Integer[] gatewaysAndWebhooks(RetailPlatform platform) {
        return platform == RetailPlatform.ISTIO ? new Integer[] {16, 30, 40} : new Integer[] {16, 40};
    }

    /** Row 22 is true of the network. A proxy in between still asks for what it asks of everyone. */
    private static List<Line> ownNode() {
        Predicate<Endpoint> node = endpoint -> endpoint.kind() == Endpoint.Kind.OWN_NODE;
        Predicate<Endpoint> proxied = MEMBER.and(pod -> pod.proxy() != Endpoint.Proxy.NONE);
        Predicate<Port> past = tcp(15020, 15021, 15090).or(port -> !port.isTcp());
        return List.of(
                open(22, GOVERNED, node, port -> true, PLAINTEXT),
                open(22, node, GOVERNED.and(proxied.negate()), port -> true, PLAINTEXT),
                open(22, node, proxied, past, PLAINTEXT),
                open(22, node, IMAGES.or(is("inventory-batch/importer")), tcp(8080), PLAINTEXT),
                open(22, node, is("web-ingress/web-gateway", "retail-ingress/shared"), tcp(8443), PLAINTEXT));
    }

    private static List<Line> outOfTenants(RetailPlatform platform) {
        Predicate<Port> dns = port -> port.number() == platform.dnsPort();
        Predicate<Endpoint> out = endpoint -> endpoint.kind() != Endpoint.Kind.POD;
        return List.of(
                open(23, GOVERNED, is(platform.dnsNamespace() + "/dns"), dns, PLAINTEXT),
                open(24, RETAIL.and(MEMBER), is("retail-mesh/istiod"), tcp(15012), PLAINTEXT),
                open(24, ANALYTICS.and(TENANT), is("analytics-mesh/istiod"), tcp(15012), PLAINTEXT),
                open(25, is("payments-prod/ledger"), is("vault/vault"), tcp(8200), PLAINTEXT),
                open(
                        26,
                        of("inventory-prod", "inventory-batch", "inventory-gateway"),
                        is("kafka/events"),
                        tcp(9093),
                        PLAINTEXT),
                open(
                        27,
                        is("web-ingress/web-gateway"),
                        is("web-prod/storefront"),
                        tcp(8080),
                        as("web-ingress", "web-gateway")),
                nothing(28, MEMBER, out, 22, 60, 64, 65));
    }

    private static List<Line> controlPlanes(RetailPlatform platform) {
        Predicate<Endpoint> host = endpoint -> endpoint.kind() == Endpoint.Kind.HOST_PROCESS;
        Predicate<Endpoint> webhooks = platform == RetailPlatform.ISTIO ? GOVERNED.negate() : host;
        Predicate<Endpoint> apiServer = endpoint -> endpoint.name().startsWith("api-server");
        Predicate<Port> dns = port -> port.number() == platform.dnsPort();
        return List.of(
                open(29, RETAIL.and(MEMBER), is("retail-mesh/istiod"), tcp(15012), PLAINTEXT),
                open(29, ANALYTICS.and(TENANT), is("analytics-mesh/istiod"), tcp(15012), PLAINTEXT),
                open(30, webhooks, ISTIOD, tcp(15017), PLAINTEXT),
                open(31, monitoring(platform), ISTIOD, tcp(15014), PLAINTEXT),
                nothing(32, ANYONE, ISTIOD, 22).at(tcp(8080, 15010)),
                open(33, ISTIOD, apiServer, tcp(6443), PLAINTEXT),
                open(33, ISTIOD, is(platform.dnsNamespace() + "/dns"), dns, PLAINTEXT),
                nothing(34, ANALYTICS, is("retail-mesh/istiod")),
                nothing(34, RETAIL, is("analytics-mesh/istiod")));
    }

    private static List<Line> gateways(RetailPlatform platform) {
        Predicate<Endpoint> router = is(platform.routerNamespace() + "/router");
        Predicate<Endpoint> clients = platform == RetailPlatform.ISTIO ? GOVERNED.negate() : router;
        Predicate<Endpoint> shared = is("retail-ingress/shared");
        Predicate<Endpoint> backends = is("web-prod/storefront", "payments-prod/checkout");
        Predicate<Endpoint> stockGateway = is("inventory-gateway/stock-gateway");
        Predicate<Mode> byShared = as("retail-ingress", "shared");
        return List.of(
                open(40, clients, shared, tcp(8443), PLAINTEXT),
                open(41, shared, is("web-prod/storefront"), tcp(8080), byShared),
                open(42, shared, is("payments-prod/checkout"), tcp(8080), byShared),
                nothing(43, SHARED, TENANT.and(backends.negate())),
                nothing(44, ANYONE, SHARED, 22, 40, 45),
                open(45, monitoring(platform), SHARED, tcp(15020), PLAINTEXT),
                open(46, is("inventory-batch/importer"), stockGateway, tcp(8443), as("inventory-batch", "importer")),
                open(
                        47,
                        stockGateway,
                        is("inventory-prod/stock"),
                        tcp(8080),
                        accountOf("inventory-prod", "inventory-batch").or(STOCK_GATEWAY)),
                nothing(48, is("inventory-batch/importer").negate(), stockGateway, 21, 22));
    }

    private static List<Line> outToTheWorld(RetailPlatform platform) {
        Predicate<Endpoint> originals = is("address/origin.media.example");
        Predicate<Endpoint> bank = is("address/api.bank.example");
        Predicate<Endpoint> reviews = is("address/api.reviews.example");
        Predicate<Endpoint> checkout = is("payments-prod/checkout");
        Predicate<Endpoint> storefront = is("web-prod/storefront");
        Predicate<Endpoint> gateway = is("retail-egress/egress");
        return List.of(
                open(60, IMAGES, originals, tcp(443), PLAINTEXT),
                nothing(61, IMAGES.negate(), originals),
                open(62, checkout, gateway, tcp(8443), as("payments-prod", "checkout")),
                open(63, storefront, gateway, tcp(8080), as("web-prod", "storefront")),
                open(64, gateway, bank, tcp(443), PLAINTEXT),
                open(65, gateway, reviews, tcp(443), PLAINTEXT),
                nothing(66, gateway.negate(), bank.or(reviews)),
                nothing(67, ANYONE, EGRESS, 22, 62, 63, 69),
                nothing(68, checkout, gateway).at(tcp(8080)),
                nothing(68, storefront, gateway).at(tcp(8443)),
                open(69, monitoring(platform), EGRESS, tcp(15020), PLAINTEXT));
    }

    private static Predicate<Endpoint> monitoring(RetailPlatform platform) {
        return is(platform.monitoringNamespace() + "/prometheus", "openshift-user-workload-monitoring/prometheus");
    }

    private static Predicate<Endpoint> is(String... ids) {
        Set<String> known = Set.of(ids);
        return endpoint -> known.contains(endpoint.id());
    }

    private static Predicate<Endpoint> of(String... namespaces) {
        Set<String> known = Set.of(namespaces);
        return endpoint -> endpoint.isPod() && known.contains(endpoint.namespace());
    }

    private static Predicate<Port> tcp(Integer... numbers) {
        Set<Integer> known = Set.of(numbers);
        return port -> port.isTcp() && known.contains(port.number());
    }

    private static Predicate<Mode> accountOf(String... namespaces) {
        return mode -> Stream.of(namespaces).anyMatch(mode::isOfNamespace);
    }

    private static Predicate<Mode> as(String namespace, String account) {
        return mode -> mode.identity().endsWith("/ns/" + namespace + "/sa/" + account);
    }
}
