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
    private static final String EVENTS = "events-kafka-bootstrap.kafka";

    static final List<RetailTold> ROWS = List.of(
            new RetailTold(50, "payments-prod/", Set.of(CHECKOUT)),
            new RetailTold(50, "payments-prod/checkout", Set.of("ledger.payments-prod")),
            new RetailTold(50, "payments-prod/ledger", Set.of("vault.vault")),
            new RetailTold(51, "inventory-prod/", Set.of(STOCK, IMPORTER, EVENTS)),
            new RetailTold(51, "inventory-batch/", Set.of(STOCK, IMPORTER, EVENTS)),
            new RetailTold(52, "web-prod/", Set.of(STOREFRONT)),
            new RetailTold(52, "web-ingress/", Set.of(STOREFRONT)),
            new RetailTold(52, "web-prod/storefront", Set.of(STOCK)),
            new RetailTold(53, "catalog-prod/", Set.of("search.catalog-prod", "images.catalog-prod")),
            new RetailTold(54, "analytics-jobs/", Set.of()),
            new RetailTold(54, "analytics-jobs/collector", Set.of("query.analytics-jobs")));

    /** All that the rows say of a pod. */
    static Set<String> of(Endpoint pod) {
        Set<String> services = new TreeSet<>();
        ROWS.stream().filter(row -> row.covers(pod)).forEach(row -> services.addAll(row.services));
        return services;
    }

    /** One pod, or with a slash at the end a namespace. */
    private boolean covers(Endpoint pod) {
        return pods.endsWith("/") ? pod.id().startsWith(pods) : pod.id().equals(pods);
    }
}
