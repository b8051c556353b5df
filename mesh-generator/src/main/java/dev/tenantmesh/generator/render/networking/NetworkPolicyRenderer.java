package dev.tenantmesh.generator.render.networking;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.network.NetworkPolicyPlan;
import dev.tenantmesh.generator.plan.network.Opening;
import dev.tenantmesh.generator.plan.network.PortRange;
import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Prints NetworkPolicies, with every value that the API server would default written out. */
public final class NetworkPolicyRenderer implements Renderer {

    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::networkPolicies)
                .map(policy -> (Rendered) new RenderedObject(
                        plan.platform(), print(policy), policy.heading().entry(), isOpen(policy)))
                .toList();
    }

    private static boolean isOpen(NetworkPolicyPlan policy) {
        return Stream.concat(policy.ingress().stream(), policy.egress().stream())
                .anyMatch(Opening::everyone);
    }

    private static NetworkPolicy print(NetworkPolicyPlan policy) {
        List<String> types = new ArrayList<>();
        if (policy.deniesRest() || !policy.ingress().isEmpty()) {
            types.add("Ingress");
        }
        if (policy.deniesRest() || !policy.egress().isEmpty()) {
            types.add("Egress");
        }
        return new NetworkPolicyBuilder()
                .withMetadata(Metadata.of(policy.heading()))
                .withNewSpec()
                .withPodSelector(labels(policy.podLabels()))
                .withPolicyTypes(types)
                .withIngress(policy.ingress().stream()
                        .map(NetworkPolicyRenderer::ingress)
                        .toList())
                .withEgress(policy.egress().stream()
                        .map(NetworkPolicyRenderer::egress)
                        .toList())
                .endSpec()
                .build();
    }

    private static NetworkPolicyIngressRule ingress(Opening opening) {
        return new NetworkPolicyIngressRuleBuilder()
                .withFrom(opening.peers().stream()
                        .map(NetworkPolicyRenderer::peer)
                        .toList())
                .withPorts(opening.ports().stream()
                        .map(NetworkPolicyRenderer::port)
                        .toList())
                .build();
    }

    private static NetworkPolicyEgressRule egress(Opening opening) {
        return new NetworkPolicyEgressRuleBuilder()
                .withTo(opening.peers().stream()
                        .map(NetworkPolicyRenderer::peer)
                        .toList())
                .withPorts(opening.ports().stream()
                        .map(NetworkPolicyRenderer::port)
                        .toList())
                .build();
    }

    private static NetworkPolicyPeer peer(Peer peer) {
        if (peer instanceof Peer.Named named) {
            return pods(namespaces(named.namespaces()), named.podLabels());
        }
        if (peer instanceof Peer.Labelled labelled) {
            return pods(labels(labelled.namespaceLabels()), labelled.podLabels());
        }
        Peer.Addresses addresses = (Peer.Addresses) peer;
        return new NetworkPolicyPeerBuilder()
                .withNewIpBlock()
                .withCidr(addresses.cidr())
                .withExcept(addresses.except())
                .endIpBlock()
                .build();
    }

    /** Both selectors in one peer: pods with these labels in namespaces with those. */
    private static NetworkPolicyPeer pods(LabelSelector namespaces, Map<String, String> podLabels) {
        NetworkPolicyPeerBuilder peer = new NetworkPolicyPeerBuilder().withNamespaceSelector(namespaces);
        return podLabels.isEmpty()
                ? peer.build()
                : peer.withPodSelector(labels(podLabels)).build();
    }

    private static LabelSelector namespaces(List<String> names) {
        if (names.size() == 1) {
            return labels(Map.of(NAMESPACE_NAME, names.get(0)));
        }
        return new LabelSelectorBuilder()
                .addNewMatchExpression()
                .withKey(NAMESPACE_NAME)
                .withOperator("In")
                .withValues(names)
                .endMatchExpression()
                .build();
    }

    private static LabelSelector labels(Map<String, String> labels) {
        LabelSelectorBuilder selector = new LabelSelectorBuilder();
        return labels.isEmpty()
                ? selector.build()
                : selector.withMatchLabels(labels).build();
    }

    private static NetworkPolicyPort port(PortRange range) {
        return new NetworkPolicyPortBuilder()
                .withProtocol(range.protocol())
                .withPort(new IntOrString(range.first()))
                .withEndPort(range.last())
                .build();
    }
}
