package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Truth;

/**
 * Which pods a policy of a mesh is for, and whether that is written as a selector that asks for nothing: to Envoy this is
 * the same as none, but the proxies of nodes are not told of a policy that has one.
 *
 * @param pods which pods
 * @param empty whether a selector is written that asks for nothing; perhaps, if labels are written and there are none
 * @see <a href="https://github.com/istio/istio/blob/1.30.3/pilot/pkg/serviceregistry/ambient/policies.go">policies.go</a>
 */
public record WorkloadSelector(LabelSelector pods, Truth empty) {

    /** No selector. */
    public static final WorkloadSelector NONE = new WorkloadSelector(LabelSelector.EVERYTHING, Truth.NO);

    /** What a policy says under {@code selector}. */
    static WorkloadSelector read(Fields spec) {
        return spec.object("selector", WorkloadSelector::of).orElse(NONE);
    }

    private static WorkloadSelector of(Fields selector) {
        LabelSelector pods = LabelSelector.of(selector.map("matchLabels"));
        Truth empty = selector.has("matchLabels") ? Truth.MAYBE : Truth.YES;
        return new WorkloadSelector(pods, pods.isEverything() ? empty : Truth.NO);
    }

    /** Whether proxies of nodes take it for no selector. */
    public Truth absent() {
        return pods.isEverything() ? empty.not() : Truth.NO;
    }
}
