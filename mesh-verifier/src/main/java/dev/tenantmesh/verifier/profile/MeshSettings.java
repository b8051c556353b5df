package dev.tenantmesh.verifier.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a control plane is set to, as far as verdicts depend on it.
 *
 * @param name how messages call it
 * @param revision what namespaces and pods follow it by; {@code default} also by {@code istio-injection}
 * @param product who made it, which decides how pods join
 * @param namespace where its control plane runs
 * @param rootNamespace where policies without a selector hold for the whole mesh
 * @param trustDomain of its identities
 * @param aliases other trust domains whose identities count as its own
 * @param visibility what it tells proxies, which keeps nobody out
 * @param nodes what it has to do with proxies of nodes
 * @param attachment how this cluster is attached to it, if it is in another one
 */
public record MeshSettings(
        String name,
        String revision,
        Product product,
        String namespace,
        String rootNamespace,
        String trustDomain,
        List<String> aliases,
        VisibilitySettings visibility,
        NodeProxies nodes,
        Optional<Attachment> attachment) {

    /** One in this cluster. */
    public MeshSettings(
            String name,
            String revision,
            Product product,
            String namespace,
            String rootNamespace,
            String trustDomain,
            List<String> aliases,
            VisibilitySettings visibility,
            NodeProxies nodes) {
        this(
                name,
                revision,
                product,
                namespace,
                rootNamespace,
                trustDomain,
                aliases,
                visibility,
                nodes,
                Optional.empty());
    }

    /** What holds where no manifest says anything: the defaults of Istio. */
    public static final MeshSettings ISTIO_DEFAULTS = new MeshSettings(
            "istio",
            "default",
            Product.ISTIO,
            "istio-system",
            "istio-system",
            "cluster.local",
            List.of(),
            VisibilitySettings.ISTIO_DEFAULTS,
            NodeProxies.UNKNOWN);

    /** Who makes control planes. */
    public enum Product {
        /** Upstream Istio, and OpenShift Service Mesh 3: namespaces and pods join by labels. */
        ISTIO,
        /** OpenShift Service Mesh 2: namespaces join by a member roll, and pods opt in. */
        MAISTRA
    }

    public MeshSettings {
        aliases = List.copyOf(aliases);
    }

    /** The same with something else said of proxies of nodes. */
    public MeshSettings with(NodeProxies other) {
        return new MeshSettings(
                name, revision, product, namespace, rootNamespace, trustDomain, aliases, visibility, other, attachment);
    }

    /** The same in another cluster, with how this one is attached to it. */
    public MeshSettings with(Attachment here) {
        return new MeshSettings(
                name,
                revision,
                product,
                namespace,
                rootNamespace,
                trustDomain,
                aliases,
                visibility,
                nodes,
                Optional.of(here));
    }

    /** Whether identities of a trust domain are its own. */
    public boolean trusts(String domain) {
        return domain.equals(trustDomain) || aliases.contains(domain);
    }

    /** The labels by which a namespace asks to be in it; none where a member roll decides. */
    public Map<String, String> joiningLabels() {
        if (product == Product.MAISTRA) {
            return Map.of();
        }
        return isDefault() ? Map.of("istio-injection", "enabled") : Map.of("istio.io/rev", revision);
    }

    /** Whether it is the one that {@code istio-injection: enabled} means. */
    public boolean isDefault() {
        return revision.isEmpty() || revision.equals("default");
    }
}
