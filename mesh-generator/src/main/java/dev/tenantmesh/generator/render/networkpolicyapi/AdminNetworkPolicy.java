package dev.tenantmesh.generator.render.networkpolicyapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenantmesh.generator.render.CustomObject;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code policy.networking.k8s.io/v1alpha1 AdminNetworkPolicy}, cluster-scoped. */
@Group("policy.networking.k8s.io")
@Version("v1alpha1")
@Kind("AdminNetworkPolicy")
public final class AdminNetworkPolicy extends CustomObject<AdminNetworkPolicy.Spec> {

    private static final long serialVersionUID = 1L;

    public AdminNetworkPolicy(ObjectMeta metadata, Spec spec) {
        super("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", metadata, spec);
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Spec(int priority, Subject subject, List<IngressRule> ingress, List<EgressRule> egress) {}

    public record Subject(LabelSelector namespaces) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record IngressRule(String name, String action, List<Peer> from, List<Port> ports) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record EgressRule(String name, String action, List<Peer> to, List<Port> ports) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Peer(
            @Nullable LabelSelector namespaces, @Nullable Pods pods) {}

    public record Pods(LabelSelector namespaceSelector, LabelSelector podSelector) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Port(
            @Nullable PortNumber portNumber, @Nullable PortRange portRange) {}

    public record PortNumber(int port, String protocol) {}

    public record PortRange(int start, int end, String protocol) {}
}
