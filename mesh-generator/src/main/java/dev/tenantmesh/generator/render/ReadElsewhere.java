package dev.tenantmesh.generator.render;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.model.Site;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells what no control plane would read in a cluster, since the one that serves some of its namespaces reads Istio's
 * objects and those of the Gateway API in its own cluster only.
 *
 * @param namespaces the namespaces that are served from another cluster
 * @see <a href="https://istio.io/latest/docs/ops/deployment/deployment-models/#control-plane-models">models of control
 *     planes</a>
 */
public record ReadElsewhere(Set<String> namespaces) {

    private static final String ISTIO = ".istio.io";
    private static final String GATEWAY_API = "gateway.networking.k8s.io";

    /** Of a cluster. */
    public static ReadElsewhere of(Site site) {
        return new ReadElsewhere(site.servedFrom().stream()
                .flatMap(served -> served.served().stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether it would be read if it were here. */
    public boolean isReadHere(Rendered rendered) {
        return !(rendered instanceof RenderedObject object) || isReadHere(object.object());
    }

    private boolean isReadHere(HasMetadata object) {
        String version = object.getApiVersion();
        int slash = version.indexOf('/');
        String group = slash < 0 ? "" : version.substring(0, slash);
        boolean configures = group.endsWith(ISTIO) || group.equals(GATEWAY_API);
        return !configures || !namespaces.contains(object.getMetadata().getNamespace());
    }
}
