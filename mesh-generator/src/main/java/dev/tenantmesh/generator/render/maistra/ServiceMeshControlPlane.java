package dev.tenantmesh.generator.render.maistra;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenantmesh.generator.render.CustomObject;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code maistra.io/v2 ServiceMeshControlPlane}: the part of its schema that isolation rests on. */
@Group("maistra.io")
@Version("v2")
@Kind("ServiceMeshControlPlane")
public final class ServiceMeshControlPlane extends CustomObject<ServiceMeshControlPlane.Spec> implements Namespaced {

    private static final long serialVersionUID = 1L;

    public ServiceMeshControlPlane(ObjectMeta metadata, Spec spec) {
        super("maistra.io/v2", "ServiceMeshControlPlane", metadata, spec);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Spec(
            String version,
            String mode,
            Security security,
            Proxy proxy,
            Gateways gateways,
            Tracing tracing,
            Map<String, Addon> addons,
            ControlPlaneRuntime runtime,
            @Nullable TechPreview techPreview) {}

    public record Security(boolean manageNetworkPolicy, Trust trust, DataPlane dataPlane) {}

    public record Trust(String domain) {}

    public record DataPlane(boolean automtls, boolean mtls) {}

    public record Proxy(Networking networking) {}

    public record Networking(TrafficControl trafficControl) {}

    public record TrafficControl(Outbound outbound) {}

    public record Outbound(String policy) {}

    public record Gateways(boolean enabled, OpenshiftRoute openshiftRoute) {}

    public record OpenshiftRoute(boolean enabled) {}

    public record Tracing(String type) {}

    public record Addon(boolean enabled) {}

    public record ControlPlaneRuntime(Map<String, Component> components) {}

    public record Component(Container container) {}

    public record Container(Map<String, String> env) {}

    /** What the schema has no fields for; the operator hands it to the chart, which merges {@code meshConfig}. */
    public record TechPreview(MeshConfig meshConfig) {}

    public record MeshConfig(
            List<String> defaultDestinationRuleExportTo,
            List<String> defaultServiceExportTo,
            List<String> defaultVirtualServiceExportTo) {}
}
