package dev.tenantmesh.verifier.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.reach.visible.Told;
import dev.tenantmesh.verifier.reach.visible.Visibility;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows 50 to 57 of EXPECTED.md, which was written by hand, are what the verifier says that proxies are told of, on every
 * platform, with the Services that tenants bring along.
 */
class RetailToldByManifestsTest {

    private static final Path RETAIL = Path.of("..", "examples", "retail");

    private static final List<String> PLATFORMS =
            List.of("istio", "istio-1-18-multus", "openshift-mesh-2", "openshift-mesh-3");

    /** The Services of tenants, which stand in no manifest of the platform. */
    private static final List<String> SERVICES = List.of(
            "payments-prod/checkout",
            "payments-prod/ledger",
            "inventory-prod/stock",
            "inventory-batch/importer",
            "web-prod/storefront",
            "catalog-prod/search",
            "catalog-prod/images",
            "analytics-jobs/collector",
            "analytics-jobs/query");

    private static final String CHECKOUT = "checkout.payments-prod";
    private static final String STOREFRONT = "storefront.web-prod";
    private static final String STOCK = "stock.inventory-prod";
    private static final String IMPORTER = "importer.inventory-batch";
    private static final String KAFKA = "events-kafka-bootstrap.kafka";
    private static final String EGRESS = "egress.retail-egress";
    private static final String GATEWAY = "stock-gateway.inventory-gateway";

    private static final Map<String, Visibility> READ = new HashMap<>();
    private static final Map<String, MeshVerifier> VERIFIERS = new HashMap<>();

    /**
     * What a row says of one pod.
     *
     * @param line the row as it stands in EXPECTED.md
     * @param pod a workload of a namespace; {@code undeclared} for a pod of none
     */
    private record Row(String line, String pod, Set<String> told) {
        static Row of(String line, String pod, String... told) {
            return new Row(line, pod, Set.of(told));
        }

        @Override
        public String toString() {
            return line.substring(2, 4) + " " + pod;
        }
    }

    private static final String ROW_50 =
            "| 50 | payments-prod | checkout; checkout also of ledger, retail-egress/egress"
                    + " and api.bank.example; ledger also of vault.vault |";
    private static final String ROW_51 = "| 51 | inventory-prod and inventory-batch | stock, importer,"
            + " events-kafka-bootstrap.kafka; importer also of inventory-gateway/stock-gateway |";
    private static final String ROW_52 =
            "| 52 | web-prod and web-ingress, its gateway included | storefront; storefront"
                    + " also of inventory-prod/stock, retail-egress/egress and api.reviews.example |";
    private static final String ROW_53 = "| 53 | catalog-prod | search, images; images also of origin.media.example |";
    private static final String ROW_54 = "| 54 | analytics-jobs | nothing; collector of query |";
    private static final String ROW_55 =
            "| 55 | inventory-gateway | events-kafka-bootstrap.kafka; stock-gateway also of stock |";
    private static final String ROW_56 =
            "| 56 | retail-ingress | nothing; shared of web-prod/storefront and payments-prod/checkout |";
    private static final String ROW_57 =
            "| 57 | retail-egress | nothing; egress of api.bank.example and api.reviews.example |";

    private static final List<Row> ROWS = List.of(
            Row.of(ROW_50, "payments-prod/undeclared", CHECKOUT),
            Row.of(ROW_50, "payments-prod/checkout", CHECKOUT, "ledger.payments-prod", EGRESS, "api.bank.example"),
            Row.of(ROW_50, "payments-prod/ledger", CHECKOUT, "vault.vault"),
            Row.of(ROW_51, "inventory-prod/undeclared", STOCK, IMPORTER, KAFKA),
            Row.of(ROW_51, "inventory-prod/stock", STOCK, IMPORTER, KAFKA),
            Row.of(ROW_51, "inventory-batch/undeclared", STOCK, IMPORTER, KAFKA),
            Row.of(ROW_51, "inventory-batch/importer", STOCK, IMPORTER, KAFKA, GATEWAY),
            Row.of(ROW_52, "web-prod/undeclared", STOREFRONT),
            Row.of(ROW_52, "web-prod/storefront", STOREFRONT, STOCK, EGRESS, "api.reviews.example"),
            Row.of(ROW_52, "web-ingress/undeclared", STOREFRONT),
            Row.of(ROW_52, "web-ingress/gateway:web-gateway", STOREFRONT, "web-gateway.web-ingress"),
            Row.of(ROW_53, "catalog-prod/undeclared", "search.catalog-prod", "images.catalog-prod"),
            Row.of(ROW_53, "catalog-prod/search", "search.catalog-prod", "images.catalog-prod"),
            Row.of(ROW_53, "catalog-prod/images", "search.catalog-prod", "images.catalog-prod", "origin.media.example"),
            Row.of(ROW_54, "analytics-jobs/undeclared"),
            Row.of(ROW_54, "analytics-jobs/query"),
            Row.of(ROW_54, "analytics-jobs/collector", "query.analytics-jobs"),
            Row.of(ROW_55, "inventory-gateway/undeclared", KAFKA),
            Row.of(ROW_55, "inventory-gateway/gateway:stock-gateway", KAFKA, STOCK, GATEWAY),
            Row.of(ROW_56, "retail-ingress/undeclared"),
            Row.of(ROW_56, "retail-ingress/gateway:shared", STOREFRONT, CHECKOUT, "shared.retail-ingress"),
            Row.of(ROW_57, "retail-egress/undeclared"),
            Row.of(ROW_57, "retail-egress/gateway:egress", "api.bank.example", "api.reviews.example", EGRESS));

    static Stream<Arguments> rows() {
        return PLATFORMS.stream().flatMap(platform -> ROWS.stream().map(row -> Arguments.of(platform, row)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_is_what_proxies_are_told_of(String platform, Row row) throws IOException {
        // Given
        Visibility visibility = READ.computeIfAbsent(platform, RetailToldByManifestsTest::read);
        assertThat(Files.readAllLines(RETAIL.resolve("EXPECTED.md"))).contains(row.line());

        // When
        List<Told> told = visibility.toldOf(pod(row.pod(), platform));

        // Then
        assertThat(told.stream()
                        .map(known -> known.host().host().replace(".svc.cluster.local", ""))
                        .collect(Collectors.toSet()))
                .isEqualTo(row.told());
        assertThat(told).allSatisfy(known -> {
            assertThat(known.certainty()).as(known.because()).isEqualTo(Truth.YES);
            assertThat(known.origin()).as(known.because()).isNotNull();
        });
    }

    private static Pod pod(String written, String platform) {
        String[] parts = written.split("/", 2);
        boolean gateway = parts[1].startsWith("gateway:");
        MeshVerifier verifier = VERIFIERS.get(platform);
        if (gateway) {
            String id = parts[0] + "/" + parts[1].substring("gateway:".length());
            List<Pod> declared = verifier.world().podsOf(id);
            assertThat(declared).as(id).hasSize(1);
            return declared.get(0);
        }
        Map<String, String> labels = new TreeMap<>(Map.of("sidecar.istio.io/inject", "true"));
        labels.put("app.kubernetes.io/name", parts[1]);
        Namespace home = verifier.world().namespace(parts[0]).orElseThrow();
        return Pod.possible(home, labels, Map.of());
    }

    private static Visibility read(String platform) {
        Problems problems = new Problems();
        Path deploy = RETAIL.resolve("deploy").resolve(platform);
        Manifests applied = ManifestLoader.load(List.of(deploy), LoadOptions.DEFAULT, problems);
        Manifests tenants = ManifestLoader.read("tenants.yaml", tenants(deploy, platform), problems);
        List<Manifest> all =
                Stream.concat(applied.all().stream(), tenants.all().stream()).toList();
        MeshVerifier verifier =
                MeshVerifier.of(new Manifests(all, applied.others()), ClusterProfile.OVN_KUBERNETES, problems);
        assertThat(problems.hasErrors()).isFalse();
        VERIFIERS.put(platform, verifier);
        return verifier.visibility();
    }

    /** The Services of tenants with the annotations that components merge in, and a Namespace that they label by hand. */
    private static String tenants(Path deploy, String platform) {
        Stream<String> services = SERVICES.stream().map(service -> service(service, deploy));
        String labels =
                platform.equals("openshift-mesh-2") ? "{}" : "{tenantmesh.dev/mesh: retail, istio.io/rev: retail}";
        String namespace =
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: inventory-batch, labels: " + labels + "}\n";
        return Stream.concat(services, Stream.of(namespace)).collect(Collectors.joining("---\n"));
    }

    private static String service(String id, Path deploy) {
        String namespace = id.substring(0, id.indexOf('/'));
        String name = id.substring(id.indexOf('/') + 1);
        String tenant = namespace.substring(0, namespace.indexOf('-'));
        Path patch = deploy.resolve(Path.of("_components", tenant, namespace, "patches", "service-" + name + ".yaml"));
        Manifest merged = ManifestLoader.load(
                        List.of(patch), LoadOptions.DEFAULT.inNamespace(namespace), new Problems())
                .all()
                .get(0);
        String exportTo = merged.annotations().get("networking.istio.io/exportTo");
        return "apiVersion: v1\nkind: Service\nmetadata:\n  name: " + name + "\n  namespace: " + namespace
                + "\n  annotations: {networking.istio.io/exportTo: \"" + exportTo + "\"}\n"
                + "spec: {ports: [{port: 80}], selector: {app.kubernetes.io/name: " + name + "}}\n";
    }
}
