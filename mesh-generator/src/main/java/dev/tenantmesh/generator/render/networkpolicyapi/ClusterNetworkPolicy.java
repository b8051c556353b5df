package dev.tenantmesh.generator.render.networkpolicyapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenantmesh.generator.render.CustomObject;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code policy.networking.k8s.io/v1alpha2 ClusterNetworkPolicy}, cluster-scoped. */
@Group("policy.networking.k8s.io")
@Version("v1alpha2")
@Kind("ClusterNetworkPolicy")
public final class ClusterNetworkPolicy extends CustomObject<ClusterNetworkPolicy.Spec> {

    private static final long serialVersionUID = 1L;

    public ClusterNetworkPolicy(ObjectMeta metadata, Spec spec) {
        super("policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", metadata, spec);
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Spec(
            String tier, int priority, Subject subject, List<IngressRule> ingress, List<EgressRule> egress) {}

    public record Subject(LabelSelector namespaces) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record IngressRule(String name, String action, List<Peer> from, List<Map<String, Protocol>> protocols) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record EgressRule(String name, String action, List<Peer> to, List<Map<String, Protocol>> protocols) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Peer(
            @Nullable LabelSelector namespaces,
            @Nullable Pods pods,
            @Nullable List<String> networks) {}

    public record Pods(LabelSelector namespaceSelector, LabelSelector podSelector) {}

    public record Protocol(Ports destinationPort) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ports(@Nullable Integer number, @Nullable Range range) {}

    public record Range(int start, int end) {}
}
