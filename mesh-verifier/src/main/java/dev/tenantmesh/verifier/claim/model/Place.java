package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.Set;

/**
 * A namespace of a tenant.
 *
 * @param boundary what holds for pods that no workload describes
 */
record Place(Tenant tenant, TenantNamespace namespace, Boundary boundary) {

    String name() {
        return namespace.name();
    }

    boolean isSibling(Place other) {
        return tenant.name().equals(other.tenant.name());
    }

    /** Whether it declares nothing, so that its pods are open inside its boundary. */
    boolean isOpen() {
        return namespace.workloads().isEmpty()
                && tenant.gateways().stream()
                        .noneMatch(gateway -> gateway.namespace().equals(name()));
    }

    /** Every pod of it. */
    Party.Pods everyPod() {
        return new Party.Pods(Set.of(name()), LabelSelector.EVERYTHING, "namespace " + name());
    }
}
