package dev.tenantmesh.generator.reach;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What EXPECTED.md says of what proxies are told, row by row. */
record RetailTold(int row, String pods, Set<String> services) {

    private static final String CHECKOUT = "checkout.payments-prod";
    private static final String STOREFRONT = "storefront.web-prod";
    private static final String STOCK = "stock.inventory-prod";
    private static final String IMPORTER = "importer.inventory-batch";
    private static final String EGRESS = "egress.retail-egress";
    private static final String BANK = "api.bank.example";
    private static final String REVIEWS = "api.reviews.example";
    private static final String EVENTS = "events-kafka-bootstrap.kafka";

    static final List<RetailTold> ROWS = List.of(
            new RetailTold(50, "payments-prod/", Set.of(CHECKOUT)),
            new RetailTold(50, "payments-prod/checkout", Set.of("ledger.payments-prod", EGRESS, BANK)),
            new RetailTold(50, "payments-prod/ledger", Set.of("vault.vault")),
            new RetailTold(51, "inventory-prod/", Set.of(STOCK, IMPORTER, EVENTS)),
            new RetailTold(51, "inventory-batch/", Set.of(STOCK, IMPORTER, EVENTS)),
            new RetailTold(51, "inventory-batch/importer", Set.of("stock-gateway.inventory-gateway")),
            new RetailTold(52, "web-prod/", Set.of(STOREFRONT)),
            new RetailTold(52, "web-ingress/", Set.of(STOREFRONT)),
            new RetailTold(52, "web-prod/storefront", Set.of(STOCK, EGRESS, REVIEWS)),
            new RetailTold(53, "catalog-prod/", Set.of("search.catalog-prod", "images.catalog-prod")),
            new RetailTold(53, "catalog-prod/images", Set.of("origin.media.example")),
            new RetailTold(54, "analytics-jobs/", Set.of()),
            new RetailTold(54, "analytics-jobs/collector", Set.of("query.analytics-jobs")),
            new RetailTold(55, "inventory-gateway/", Set.of(EVENTS)),
            new RetailTold(55, "inventory-gateway/stock-gateway", Set.of(STOCK)),
            new RetailTold(56, "retail-ingress/shared", Set.of(STOREFRONT, CHECKOUT)),
            new RetailTold(57, "retail-egress/egress", Set.of(BANK, REVIEWS)));

    /** All that the rows say of a pod; a gateway knows itself. */
    static Set<String> of(Endpoint pod) {
        Set<String> services = new TreeSet<>();
        if (pod.proxy() == Endpoint.Proxy.GATEWAY) {
            services.add(pod.name() + "." + pod.namespace());
        }
        ROWS.stream().filter(row -> row.covers(pod)).forEach(row -> services.addAll(row.services));
        return services;
    }

    /** The pods of one workload, exposed or not, or with a slash at the end a namespace. */
    private boolean covers(Endpoint pod) {
        return pods.endsWith("/")
                ? pod.id().startsWith(pods)
                : pod.id().equals(pods) || pod.id().startsWith(pods + "-exposed");
    }
}
