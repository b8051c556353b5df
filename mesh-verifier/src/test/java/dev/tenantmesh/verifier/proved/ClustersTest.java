package dev.tenantmesh.verifier.proved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever opens a way between clusters that no document says, or closes one that they do, breaks a claim that says so. */
class ClustersTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final String PAIR = "multi-primary";
    private static final String FLEET = "external-control-plane";
    private static final String BRANCHES = "primary-remote";

    @ParameterizedTest(name = "{1}: {3} becomes {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                PAIR + " | pair/east | retail-eastwest/gateway.networking.istio.io-eastwest.yaml"
                        + " | inventory.stock-prod.svc | '*.svc' | exported-only/retail",
                PAIR + " | pair/east | retail-eastwest/gateway.networking.istio.io-eastwest.yaml"
                        + " | inventory.stock-prod | prices.stock-prod | exported-only/retail",
                PAIR + " | pair/east | retail-eastwest/networkpolicy-gateway-eastwest.yaml"
                        + " | 'app.kubernetes.io/name: inventory' | 'app.kubernetes.io/name: prices'"
                        + " | gateways-contained-by-network/retail",
                PAIR + " | pair/east | retail-eastwest/networkpolicy-gateway-eastwest.yaml"
                        + " | 198.51.100.16/28 | 0.0.0.0/0 | gateways-closed/retail",
                PAIR + " | pair/east | stock-prod/networkpolicy-clusters-workload-inventory.yaml"
                        + " | 'port: 8080' | 'port: 8081' | crosses/",
                PAIR + " | pair/east | stock-prod/authorizationpolicy-allow-inventory.yaml"
                        + " | sa/storefront | sa/nobody | crosses/",
                PAIR + " | pair/west | shop-prod/networkpolicy-clusters-workload-storefront.yaml"
                        + " | 203.0.113.10/32 | 203.0.113.0/24 | tenant-contained/shop",
                PAIR + " | pair/west | shop-prod/networkpolicy-clusters-workload-storefront.yaml"
                        + " | 'port: 15443' | 'port: 443' | works/shop-prod/storefront",
                FLEET + " | fleet/hub | retail-istiod/gateway.networking.istio.io-istiod-gateway.yaml"
                        + " | 'mode: SIMPLE' | 'mode: PASSTHROUGH' | control-plane-served/retail",
                FLEET + " | fleet/hub | retail-istiod/virtualservice-istiod-gateway.yaml"
                        + " | '- istiod-gateway' | '- other' | control-plane-served/retail",
                FLEET + " | fleet/hub | retail-mesh/networkpolicy-istiod.yaml"
                        + " | 192.0.2.20/32 | 192.0.2.99/32 | works/istiod of mesh retail",
                FLEET + " | fleet/hub | retail-mesh/networkpolicy-istiod.yaml"
                        + " | 'kubernetes.io/metadata.name: retail-istiod' | 'kubernetes.io/metadata.name: hub-mesh'"
                        + " | works/retail-istiod/istiod-gateway",
                FLEET + " | fleet/edge | stock-prod/networkpolicy-allow-istiod.yaml"
                        + " | 203.0.113.20/32 | 203.0.113.0/24 | tenant-contained/stock",
                BRANCHES + " | branches/head | retail-istiod/gateway.networking.istio.io-istiod-gateway.yaml"
                        + " | istiod-retail.retail-mesh.svc | '*' | control-plane-served/retail",
                BRANCHES + " | branches/head | retail-istiod/virtualservice-istiod-gateway.yaml"
                        + " | '- istiod-gateway' | '- other' | control-plane-served/retail",
                BRANCHES + " | branches/head | retail-istiod/networkpolicy-gateway-istiod-gateway.yaml"
                        + " | 192.0.2.20/30 | 192.0.2.0/24 | gateways-closed/retail",
                BRANCHES + " | branches/head | retail-mesh/networkpolicy-istiod.yaml"
                        + " | 'istio: istiod-gateway' | 'istio: eastwest' | works/retail-istiod/istiod-gateway",
                BRANCHES + " | branches/head | retail-eastwest/gateway.networking.istio.io-eastwest.yaml"
                        + " | inventory.stock-prod | loyalty.shop-prod | exported-only/retail",
                BRANCHES + " | branches/branch | shop-prod/networkpolicy-allow-istiod.yaml"
                        + " | 203.0.113.10/32 | 203.0.113.0/24 | tenant-contained/shop",
                BRANCHES + " | branches/branch | _cluster/istio-retail.yaml"
                        + " | 'profile: remote' | 'profile: default' | served-from/retail",
                BRANCHES + " | branches/branch | _cluster/istio-retail.yaml"
                        + " | 'injectionPath:' | 'enabled: false #' | no-plaintext/shop",
                BRANCHES + " | branches/branch | _cluster/istio-retail.yaml"
                        + " | 203.0.113.10 | 203.0.113.99 | served-from/retail",
                BRANCHES + " | branches/branch | _cluster/istio-retail.yaml"
                        + " | cluster/branch | cluster/head | served-from/retail",
                BRANCHES + " | branches/branch | retail-mesh/namespace-retail-mesh.yaml"
                        + " | 'controlPlaneClusters: head' | 'controlPlaneClusters: other' | served-from/retail",
                BRANCHES + " | branches/branch | retail-mesh/namespace-retail-mesh.yaml"
                        + " | 'network: branch-net' | 'network: head-net' | served-from/retail",
                BRANCHES + " | branches/branch | stock-prod/networkpolicy-default-deny.yaml"
                        + " | '  - Egress' | '' | name-held/stock-prod",
                BRANCHES + " | branches/branch | stock-prod/namespace-stock-prod.yaml"
                        + " | 'kind: Namespace' | 'kind: Other' | name-held/stock-prod",
                BRANCHES + " | branches/branch | shop-prod/networkpolicy-workload-loyalty.yaml"
                        + " | 'app.kubernetes.io/name: till' | 'app.kubernetes.io/name: other' | works/shop-prod/till"
            })
    void damage_is_noticed(String example, String cluster, String file, String from, String to, String claim)
            throws IOException {
        // Given
        SortedMap<String, byte[]> files = files(example);
        String damagedFile = cluster + "/" + file;
        String text = new String(files.get(damagedFile), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put(damagedFile, text.replace(from, to).getBytes(StandardCharsets.UTF_8));

        // When
        Promised damaged = promised(example, cluster, files);
        List<String> broken = broken(damaged);

        // Then
        assertThat(broken).anyMatch(id -> id.startsWith(claim));
    }

    /** What closes a remote cluster stands in the folder of its primary, and what stands in its own closes nothing. */
    @Test
    void policies_of_a_remote_cluster_are_those_of_its_primary() throws IOException {
        // Given
        SortedMap<String, byte[]> files = files(BRANCHES);
        String here = "branches/branch/shop-prod/";
        String there = "branches/head/shop-prod/";
        List<String> policies = below(files, "branches/head/shop-prod").keySet().stream()
                .map(file -> file.substring(there.length()))
                .filter(file -> file.startsWith("peerauthentication-") || file.startsWith("authorizationpolicy-"))
                .toList();
        policies.forEach(policy -> files.put(here + policy, files.remove(there + policy)));
        files.remove("branches/head/retail-mesh/peerauthentication-default.yaml");

        // When
        Promised moved = promised(BRANCHES, "branches/branch", files);

        // Then
        assertThat(broken(moved)).contains("no-plaintext/shop");
    }

    /** The other end is asked as well: a primary that keeps nothing of others leaves them without certificates. */
    @Test
    void a_primary_keeps_what_its_remote_clusters_need() throws IOException {
        // Given
        SortedMap<String, byte[]> files = files(BRANCHES);
        String file = "branches/head/_cluster/istio-retail.yaml";
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        files.put(file, text.replace("EXTERNAL_ISTIOD", "OTHER").getBytes(StandardCharsets.UTF_8));

        // When
        Promised alone = promised(BRANCHES, "branches/branch", files);

        // Then
        assertThat(broken(alone)).containsExactly("served-from/retail");
    }

    /** Nothing of a primary holds where nothing stands for it, or where another control plane does. */
    @ParameterizedTest
    @ValueSource(strings = {"", "branches/head/_cluster/istio-retail.yaml"})
    void a_cluster_is_attached_to_its_primary_or_not_served_by_it(String instead) throws IOException {
        // Given
        SortedMap<String, byte[]> files = files(BRANCHES);
        files.remove("branches/branch/_cluster/istio-retail.yaml");
        if (!instead.isEmpty()) {
            files.put("branches/branch/_cluster/istio-retail.yaml", files.get(instead));
        }

        // When
        Promised alone = promised(BRANCHES, "branches/branch", files);

        // Then
        assertThat(broken(alone)).contains("served-from/retail", "no-plaintext/shop", "closed-by-mesh/shop");
    }

    private static Promised promised(String example, String cluster, SortedMap<String, byte[]> files) {
        Site site = MeshModel.read(EXAMPLES.resolve(example).resolve("src/main/mesh")).sites().stream()
                .filter(one -> one.name().equals(cluster))
                .findFirst()
                .orElseThrow();
        return Promised.of(
                site, folder -> ManifestLoader.load(below(files, folder), "", LoadOptions.DEFAULT, new Problems()));
    }

    private static List<String> broken(Promised promised) {
        Evidence evidence = promised.evidence(Level.HOSTILE_SOURCE).orElseThrow();
        return promised.claims().stream()
                .filter(claim -> !claim.judge(evidence).isGood())
                .map(Claim::id)
                .toList();
    }

    private static SortedMap<String, byte[]> below(SortedMap<String, byte[]> files, String folder) {
        return files.subMap(folder + "/", folder + "0");
    }

    private static SortedMap<String, byte[]> files(String example) throws IOException {
        Path folder = EXAMPLES.resolve(example).resolve("deploy");
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> !path.toString().contains("_components"))
                    .toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
