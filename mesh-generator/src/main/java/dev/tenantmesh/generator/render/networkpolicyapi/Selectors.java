package dev.tenantmesh.generator.render.networkpolicyapi;

import dev.tenantmesh.generator.platform.Peer;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pods as both versions of the API select them: all of some namespaces, or some of them.
 *
 * @param namespaces selects namespaces; excludes {@code pods}
 * @param pods selects pods of namespaces
 */
record Selectors(
        @Nullable LabelSelector namespaces, @Nullable Pods pods) {

    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    record Pods(LabelSelector namespaceSelector, LabelSelector podSelector) {}

    static Selectors everyPod() {
        return new Selectors(new LabelSelector(), null);
    }

    static Selectors namespaces(List<String> names) {
        return new Selectors(named(names), null);
    }

    static Selectors of(Peer peer) {
        if (peer instanceof Peer.Named named) {
            return of(named(named.namespaces()), named.podLabels());
        }
        Peer.Labelled labelled = (Peer.Labelled) peer;
        return of(labels(labelled.namespaceLabels()), labelled.podLabels());
    }

    private static Selectors of(LabelSelector namespaces, Map<String, String> podLabels) {
        return podLabels.isEmpty()
                ? new Selectors(namespaces, null)
                : new Selectors(null, new Pods(namespaces, labels(podLabels)));
    }

    private static LabelSelector named(List<String> names) {
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
        return new LabelSelectorBuilder().withMatchLabels(labels).build();
    }
}
