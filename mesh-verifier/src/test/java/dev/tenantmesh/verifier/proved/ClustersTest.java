package dev.tenantmesh.verifier.proved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.problem.Problems;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever opens a way between clusters that no document says, or closes one that they do, breaks a claim that says so. */
class ClustersTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final String PAIR = "multi-primary";
    private static final String FLEET = "external-control-plane";

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
                        + " | 203.0.113.20/32 | 203.0.113.0/24 | tenant-contained/stock"
            })
    void damage_is_noticed(String example, String cluster, String file, String from, String to, String claim)
            throws IOException {
        // Given
        Site site = MeshModel.read(EXAMPLES.resolve(example).resolve("src/main/mesh")).sites().stream()
                .filter(one -> one.name().equals(cluster))
                .findFirst()
                .orElseThrow();
        SortedMap<String, byte[]> files =
                files(EXAMPLES.resolve(example).resolve("deploy").resolve(cluster));
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));

        // When
        Promised damaged = new Promised(
                site.model(), site.platform(), ManifestLoader.load(files, "", LoadOptions.DEFAULT, new Problems()));
        Evidence evidence = damaged.evidence(Level.HOSTILE_SOURCE).orElseThrow();
        List<String> broken = damaged.claims().stream()
                .filter(one -> one.id().startsWith(claim))
                .filter(one -> !one.judge(evidence).isGood())
                .map(one -> one.id())
                .toList();

        // Then
        assertThat(broken).isNotEmpty();
    }

    private static SortedMap<String, byte[]> files(Path folder) throws IOException {
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
