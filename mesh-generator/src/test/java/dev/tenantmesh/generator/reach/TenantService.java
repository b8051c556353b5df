package dev.tenantmesh.generator.reach;

import java.util.List;
import java.util.Set;

/**
 * A Service that is in no manifest of ours: of a tenant, or of a peer outside the mesh.
 *
 * @param podPorts where it leads to
 */
record TenantService(String namespace, String name, Set<Integer> podPorts) {

    /** The Services of the retail example's tenants, by hand from its mesh documents. */
    static final List<TenantService> RETAIL = List.of(
            new TenantService("payments-prod", "checkout", Set.of(8080)),
            new TenantService("payments-prod", "ledger", Set.of(9090)),
            new TenantService("inventory-prod", "stock", Set.of(8080, 8081)),
            new TenantService("inventory-batch", "importer", Set.of(8080)),
            new TenantService("web-prod", "storefront", Set.of(8080)),
            new TenantService("catalog-prod", "search", Set.of(8080)),
            new TenantService("catalog-prod", "images", Set.of(8080, 8443)),
            new TenantService("analytics-jobs", "collector", Set.of(4317)),
            new TenantService("analytics-jobs", "query", Set.of(8080)));

    String id() {
        return name + "." + namespace;
    }

    boolean leadsTo(Endpoint pod) {
        return pod.namespace().equals(namespace) && name.equals(pod.labels().get("app.kubernetes.io/name"));
    }

    /** Whether a patch is that of the Service: the folder says the namespace. */
    boolean isPatchedBy(Document patch) {
        return patch.file().contains("/" + namespace + "/patches/")
                && patch.name().equals(name);
    }
}
