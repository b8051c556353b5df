package dev.tenantmesh.generator.render.sail;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenantmesh.generator.render.CustomObject;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code sailoperator.io/v1 Istio}, cluster-scoped: the part of its schema that isolation rests on. */
@Group("sailoperator.io")
@Version("v1")
@Kind("Istio")
public final class Istio extends CustomObject<Istio.Spec> {

    private static final long serialVersionUID = 1L;

    public Istio(ObjectMeta metadata, Spec spec) {
        super("sailoperator.io/v1", "Istio", metadata, spec);
    }

    /**
     * What is wanted.
     *
     * @param profile absent: the usual one
     * @param values {@link Values}, or those completed by what a mesh of several clusters needs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Spec(
            String version, @Nullable String profile, String namespace, UpdateStrategy updateStrategy, Object values) {}

    public record UpdateStrategy(String type) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Values(@Nullable Global global, MeshConfig meshConfig, Pilot pilot) {}

    public record Global(Proxy proxy) {}

    public record Proxy(SeccompProfile seccompProfile) {}

    public record SeccompProfile(String type) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record MeshConfig(
            List<String> defaultDestinationRuleExportTo,
            List<String> defaultServiceExportTo,
            List<String> defaultVirtualServiceExportTo,
            List<Selector> discoverySelectors,
            OutboundTrafficPolicy outboundTrafficPolicy,
            String trustDomain) {}

    public record Selector(Map<String, String> matchLabels) {}

    public record OutboundTrafficPolicy(String mode) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pilot(
            Cni cni, Map<String, String> env, @Nullable String trustedZtunnelNamespace) {}

    public record Cni(boolean enabled) {}
}
