package dev.tenantmesh.generator.acceptance;

import dev.tenantmesh.crds.ApiServer;
import java.util.stream.Stream;

/** The platforms that manifests are made for, and the CustomResourceDefinitions that stand for each of them. */
public enum TargetCluster {
    OSSM_2_6,
    OSSM_3_4,
    ISTIO_1_30,
    /** There are no definitions of its own release: those of 1.20, of which only v1beta1 is let through. */
    ISTIO_1_18;

    /** The API server of this platform; without -Dmesh.crds the calling test is skipped. */
    public ApiServer server() {
        return switch (this) {
            case OSSM_2_6 -> server("maistra-2", "istio-1.20", "multus");
            case OSSM_3_4 -> server("sail-3", "istio-1.30", "multus");
            case ISTIO_1_30 -> server("istio-1.30");
            case ISTIO_1_18 -> server("istio-1.20", "multus").without("security.istio.io/v1");
        };
    }

    private static ApiServer server(String... folders) {
        return ApiServer.of(Stream.of(folders)
                .flatMap(folder -> CrdFolder.given(folder).stream())
                .toList());
    }
}
