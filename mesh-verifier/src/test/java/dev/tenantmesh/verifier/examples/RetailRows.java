package dev.tenantmesh.verifier.examples;

import static dev.tenantmesh.verifier.examples.Ends.ANYONE;
import static dev.tenantmesh.verifier.examples.Ends.PLAINTEXT;
import static dev.tenantmesh.verifier.examples.Ends.addresses;
import static dev.tenantmesh.verifier.examples.Ends.anyAccountOf;
import static dev.tenantmesh.verifier.examples.Ends.as;
import static dev.tenantmesh.verifier.examples.Ends.gateway;
import static dev.tenantmesh.verifier.examples.Ends.is;
import static dev.tenantmesh.verifier.examples.Ends.label;
import static dev.tenantmesh.verifier.examples.Ends.onHostNetwork;
import static dev.tenantmesh.verifier.examples.Ends.podsOf;
import static dev.tenantmesh.verifier.examples.Ends.podsWhereNamespaceHas;
import static dev.tenantmesh.verifier.examples.Ends.workload;
import static dev.tenantmesh.verifier.examples.Row.row;

import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** EXPECTED.md row by row, as far as it speaks of connections. */
final class RetailRows {

    /** Rows of what proxies are told, which is configuration; who reaches whom does not depend on it. */
    static final Set<Integer> OF_CONFIGURATION = Set.of(50, 51, 52, 53, 54, 55, 56, 57);

    private static final Predicate<Endpoint> CHECKOUT = workload("payments-prod/checkout");
    private static final Predicate<Endpoint> LEDGER = workload("payments-prod/ledger");
    private static final Predicate<Endpoint> STOCK = workload("inventory-prod/stock");
    private static final Predicate<Endpoint> IMPORTER = workload("inventory-batch/importer");
    private static final Predicate<Endpoint> STOREFRONT = workload("web-prod/storefront");
    private static final Predicate<Endpoint> SEARCH = workload("catalog-prod/search");
    private static final Predicate<Endpoint> IMAGES = workload("catalog-prod/images");
    private static final Predicate<Endpoint> COLLECTOR = workload("analytics-jobs/collector");
    private static final Predicate<Endpoint> QUERY = workload("analytics-jobs/query");
    private static final Predicate<Endpoint> WEB_GATEWAY = gateway("web-ingress/web-gateway");
    private static final Predicate<Endpoint> STOCK_GATEWAY = gateway("inventory-gateway/stock-gateway");
    private static final Predicate<Endpoint> SHARED = gateway("retail-ingress/shared");
    private static final Predicate<Endpoint> EGRESS = gateway("retail-egress/egress");
    private static final Predicate<Endpoint> DECLARED = Stream.of(
                    CHECKOUT,
                    LEDGER,
                    STOCK,
                    IMPORTER,
                    STOREFRONT,
                    SEARCH,
                    IMAGES,
                    COLLECTOR,
                    QUERY,
                    WEB_GATEWAY,
                    STOCK_GATEWAY,
                    SHARED,
                    EGRESS)
            .reduce(Predicate::or)
            .orElseThrow();

    private static final Predicate<Endpoint> TENANTS = podsOf(RetailCluster.TENANTS.keySet());
    private static final Predicate<Endpoint> MEMBERS = TENANTS.or(podsOf(RetailCluster.GATEWAYS));
    private static final Predicate<Endpoint> ANALYTICS = podsOf("analytics-jobs", "analytics-mesh");
    private static final Predicate<Endpoint> RETAIL =
            MEMBERS.or(podsOf("retail-mesh")).and(ANALYTICS.negate());
    private static final Predicate<Endpoint> EVERY_POD = RETAIL.or(ANALYTICS);
    private static final Predicate<Endpoint> NO_TENANTS = EVERY_POD.negate();
    private static final Predicate<Endpoint> RETAIL_ISTIOD =
            podsOf("retail-mesh").and(label("app", "istiod"));
    private static final Predicate<Endpoint> ANALYTICS_ISTIOD =
            podsOf("analytics-mesh").and(label("app", "istiod"));
    private static final Predicate<Endpoint> OWN_NODE = is(HostProcess.OWN_NODE);

    private final Platform platform;
    private final Predicate<Endpoint> router;
    private final Predicate<Endpoint> outside;
    private final Predicate<Endpoint> monitoring;
    private final Predicate<Endpoint> exposed;
    private final Predicate<Endpoint> dns;

    private RetailRows(Platform platform) {
        this.platform = platform;
        this.router = podsWhereNamespaceHas(platform.router());
        this.outside = platform.isOpenShift() ? router : NO_TENANTS;
        this.monitoring = podsWhereNamespaceHas(platform.monitoring());
        this.exposed = IMAGES.and(label(platform.exposeLabel(), "true"));
        this.dns = podsOf(platform.dnsNamespace()).and(label(platform.dnsLabel()));
    }

    static List<Row> on(Platform platform) {
        RetailRows rows = new RetailRows(platform);
        return Stream.of(
                        insideTenants(),
                        acrossTenants(),
                        rows.fromOutside(),
                        rows.ownNode(),
                        rows.outOfTenants(),
                        rows.controlPlanes(),
                        rows.gateways(),
                        rows.outToTheWorld())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> insideTenants() {
        Predicate<Endpoint> inventory = podsOf("inventory-prod", "inventory-batch");
        Predicate<Way> itsAccounts = anyAccountOf("inventory-prod", "inventory-batch");
        Predicate<Way> gatewaysToo = itsAccounts.or(as("inventory-gateway", "stock-gateway"));
        return List.of(
                row(1, podsOf("payments-prod"), CHECKOUT).on(8080).opens(anyAccountOf("payments-prod")),
                row(2, CHECKOUT, LEDGER).on(9090).opens(as("payments-prod", "checkout")),
                row(3, CHECKOUT.negate(), LEDGER).nothing(21, 22),
                row(4, inventory, STOCK).on(8080).opens(gatewaysToo),
                row(4, inventory, STOCK).on(8081).opens(itsAccounts),
                row(5, inventory, IMPORTER).on(8080).opens(itsAccounts.or(PLAINTEXT)),
                row(6, podsOf("web-prod", "web-ingress"), STOREFRONT)
                        .on(8080)
                        .opens(anyAccountOf("web-prod", "web-ingress")),
                row(7, podsOf("catalog-prod"), SEARCH).on(8080).opens(anyAccountOf("catalog-prod")),
                row(8, podsOf("catalog-prod"), IMAGES).on(8080, 8443).opens(anyAccountOf("catalog-prod")),
                row(8, podsOf("catalog-prod"), IMAGES).on(8080).opens(PLAINTEXT),
                row(9, COLLECTOR, QUERY).on(8080).opens(as("analytics-jobs", "collector")),
                row(10, ANYONE, COLLECTOR).nothing(21, 22),
                row(11, MEMBERS.and(DECLARED.negate()), MEMBERS.and(DECLARED.negate()))
                        .nothing());
    }

    private static List<Row> acrossTenants() {
        return List.of(
                row(12, STOREFRONT, STOCK).on(8080).opens(as("web-prod", "storefront")),
                row(13, STOREFRONT, STOCK).on(8081).nothing(),
                foreign("payments-prod"),
                foreign("inventory-prod", "inventory-batch", "inventory-gateway"),
                foreign("web-prod", "web-ingress"),
                foreign("catalog-prod"),
                row(15, RETAIL, ANALYTICS).nothing(),
                row(15, ANALYTICS, RETAIL).nothing());
    }

    private static Row foreign(String... namespaces) {
        return row(14, TENANTS.and(podsOf(namespaces).negate()), podsOf(namespaces))
                .nothing(12, 17);
    }

    private List<Row> fromOutside() {
        Integer[] butForRouter = platform.isOpenShift() ? new Integer[] {16, 40} : new Integer[] {16, 30, 40};
        return List.of(
                row(16, outside, WEB_GATEWAY).on(8443).opens(PLAINTEXT),
                row(17, router, exposed).on(8080).opens(PLAINTEXT),
                row(18, router, EVERY_POD.and(exposed.negate())).nothing(butForRouter),
                row(18, router, exposed).on(8443).nothing(),
                row(19, podsOf("legacy-batch").and(label("app", "nightly-import")), IMPORTER)
                        .on(8080)
                        .opens(PLAINTEXT),
                row(20, NO_TENANTS, TENANTS).nothing(16, 17, 19, 21, 22),
                row(21, monitoring, TENANTS).on(15020).opens(PLAINTEXT));
    }

    /** The network lets it through; a proxy in between asks for what it asks of everyone. */
    private List<Row> ownNode() {
        Predicate<Endpoint> proxied = MEMBERS.and(this::hasProxy);
        return List.of(
                row(22, EVERY_POD, OWN_NODE).opens(PLAINTEXT),
                row(22, OWN_NODE, EVERY_POD.and(proxied.negate())).opens(PLAINTEXT),
                row(22, OWN_NODE, proxied)
                        .on(Ports.tcp(15020, 15021, 15090).andOtherProtocols())
                        .opens(PLAINTEXT),
                row(22, OWN_NODE, IMAGES.or(IMPORTER)).on(8080).opens(PLAINTEXT),
                row(22, OWN_NODE, WEB_GATEWAY.or(SHARED)).on(8443).opens(PLAINTEXT));
    }

    private boolean hasProxy(Endpoint end) {
        Map<String, String> labels = ((Pod) end).labels();
        String asked = labels.getOrDefault("sidecar.istio.io/inject", "");
        return platform.podsAskForProxies() ? asked.equals("true") : !asked.equals("false");
    }

    private List<Row> outOfTenants() {
        Predicate<Endpoint> somewhereElse = end -> !(end instanceof Pod);
        return List.of(
                row(23, EVERY_POD, dns).on(Ports.dns(platform.dnsPort())).opens(PLAINTEXT),
                row(24, RETAIL.and(MEMBERS), RETAIL_ISTIOD).on(15012).opens(PLAINTEXT),
                row(24, ANALYTICS.and(MEMBERS), ANALYTICS_ISTIOD).on(15012).opens(PLAINTEXT),
                row(25, LEDGER, workload("vault/vault")).on(8200).opens(PLAINTEXT),
                row(
                                26,
                                podsOf("inventory-prod", "inventory-batch", "inventory-gateway"),
                                podsOf("kafka").and(label("strimzi.io/cluster", "events")))
                        .on(9093)
                        .opens(PLAINTEXT),
                row(27, WEB_GATEWAY, STOREFRONT).on(8080).opens(as("web-ingress", "web-gateway")),
                row(28, MEMBERS, somewhereElse).nothing(22, 60, 64, 65));
    }

    private List<Row> controlPlanes() {
        Predicate<Endpoint> istiod = RETAIL_ISTIOD.or(ANALYTICS_ISTIOD);
        Predicate<Endpoint> host = onHostNetwork()
                .or(podsWhereNamespaceHas(Map.entry("policy-group.network.openshift.io/host-network", "")));
        Predicate<Endpoint> apiServer =
                addresses("192.0.2.10/32").or(addresses("192.0.2.11/32")).or(addresses("192.0.2.12/32"));
        return List.of(
                row(29, RETAIL.and(MEMBERS), RETAIL_ISTIOD).on(15012).opens(PLAINTEXT),
                row(29, ANALYTICS.and(MEMBERS), ANALYTICS_ISTIOD).on(15012).opens(PLAINTEXT),
                row(30, platform.isOpenShift() ? host : NO_TENANTS, istiod)
                        .on(15017)
                        .opens(PLAINTEXT),
                row(31, monitoring, istiod).on(15014).opens(PLAINTEXT),
                row(32, ANYONE, istiod).on(8080, 15010).nothing(22),
                row(33, istiod, apiServer).on(6443).opens(PLAINTEXT),
                row(33, istiod, dns).on(Ports.dns(platform.dnsPort())).opens(PLAINTEXT),
                row(34, ANALYTICS, RETAIL_ISTIOD).nothing(),
                row(34, RETAIL, ANALYTICS_ISTIOD).nothing());
    }

    private List<Row> gateways() {
        Predicate<Endpoint> ingress = podsOf("retail-ingress");
        Predicate<Way> itsAccounts = anyAccountOf("inventory-prod", "inventory-batch");
        return List.of(
                row(40, outside, SHARED).on(8443).opens(PLAINTEXT),
                row(41, SHARED, STOREFRONT).on(8080).opens(as("retail-ingress", "shared")),
                row(42, SHARED, CHECKOUT).on(8080).opens(as("retail-ingress", "shared")),
                row(43, ingress, TENANTS.and(STOREFRONT.or(CHECKOUT).negate())).nothing(),
                row(44, ANYONE, ingress).nothing(22, 40, 45),
                row(45, monitoring, ingress).on(15020).opens(PLAINTEXT),
                row(46, IMPORTER, STOCK_GATEWAY).on(8443).opens(as("inventory-batch", "importer")),
                row(47, STOCK_GATEWAY, STOCK).on(8080).opens(itsAccounts.or(as("inventory-gateway", "stock-gateway"))),
                row(48, IMPORTER.negate(), STOCK_GATEWAY).nothing(21, 22));
    }

    private List<Row> outToTheWorld() {
        Predicate<Endpoint> originals = addresses("203.0.113.64/28");
        Predicate<Endpoint> bank = addresses("203.0.113.32/28");
        Predicate<Endpoint> reviews = addresses("203.0.113.48/28");
        return List.of(
                row(60, IMAGES, originals).on(443).opens(PLAINTEXT),
                row(61, EVERY_POD.and(IMAGES.negate()), originals).nothing(),
                row(62, CHECKOUT, EGRESS).on(8443).opensForAHost(as("payments-prod", "checkout")),
                row(63, STOREFRONT, EGRESS).on(8080).opensForAHost(as("web-prod", "storefront")),
                row(64, EGRESS, bank).on(443).opens(PLAINTEXT),
                row(65, EGRESS, reviews).on(443).opens(PLAINTEXT),
                row(66, EVERY_POD.and(EGRESS.negate()), bank.or(reviews)).nothing(),
                row(67, ANYONE, podsOf("retail-egress")).nothing(22, 62, 63, 69),
                row(68, CHECKOUT, EGRESS).on(8080).nothing(),
                row(68, STOREFRONT, EGRESS).on(8443).nothing(),
                row(69, monitoring, podsOf("retail-egress")).on(15020).opens(PLAINTEXT));
    }
}
