package dev.tenantmesh.generator.render.gatewayapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tenantmesh.generator.render.CustomObject;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.BackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;

/**
 * {@code gateway.networking.k8s.io/v1 TLSRoute}, served since version 1.5 of the Gateway API; its earlier versions are not
 * served any more.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/#tlsroute">TLSRoute</a>
 */
@Group("gateway.networking.k8s.io")
@Version("v1")
@Kind("TLSRoute")
public final class TlsRoute extends CustomObject<TlsRoute.Spec> implements Namespaced {

    private static final long serialVersionUID = 1L;

    public TlsRoute(ObjectMeta metadata, Spec spec) {
        super("gateway.networking.k8s.io/v1", "TLSRoute", metadata, spec);
    }

    @JsonPropertyOrder({"parentRefs", "hostnames", "rules"})
    public record Spec(List<ParentReference> parentRefs, List<String> hostnames, List<Rule> rules) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rule(List<BackendRef> backendRefs) {}
}
