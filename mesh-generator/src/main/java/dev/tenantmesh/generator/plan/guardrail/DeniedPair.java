package dev.tenantmesh.generator.plan.guardrail;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Deny;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.List;

/**
 * A deny with the namespaces of its sides.
 *
 * @param deny what the platform says
 * @param from who never connects, sorted
 * @param to whom to, sorted
 */
public record DeniedPair(Deny deny, List<String> from, List<String> to) {

    /** The denies of a platform, in their order; a tenant without namespaces has no pods to deny anything to. */
    public static List<DeniedPair> of(MeshModel model, Platform platform) {
        return platform.denies().stream()
                .map(deny -> new DeniedPair(deny, namespaces(model, deny.from()), namespaces(model, deny.to())))
                .filter(pair -> !pair.from().isEmpty() && !pair.to().isEmpty())
                .toList();
    }

    private static List<String> namespaces(MeshModel model, Deny.Side side) {
        if (side.namespace() != null) {
            return List.of(side.namespace());
        }
        return model.tenants().stream()
                .filter(tenant -> tenant.name().equals(side.tenant()))
                .flatMap(tenant -> tenant.namespaces().stream())
                .map(TenantNamespace::name)
                .sorted()
                .toList();
    }

    /** Whether it forbids connections from one namespace to another. */
    boolean forbids(String source, String destination) {
        return from.contains(source) && to.contains(destination);
    }

    /** Both sides, for people. */
    String title() {
        return deny.from().title() + " -> " + deny.to().title();
    }
}
