package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.PodSecurity;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.StatedClaim;
import dev.tenantmesh.verifier.claim.model.MeshScope.Place;
import dev.tenantmesh.verifier.world.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * That what pods of a tenant may be is bounded where its labels are written here: one that has its node's network, or rewrites its own, goes past its proxy and
 * counts as its node.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-admission/">Pod Security admission</a>
 */
final class NamespaceClaims {

    private static final String ENFORCED = "pod-security.kubernetes.io/enforce";

    private NamespaceClaims() {}

    static List<Claim> of(MeshScope scope, Tenant tenant) {
        return scope.places(tenant)
                .filter(place -> place.namespace().managed() != TenantNamespace.Manage.NONE)
                .<Claim>map(place -> {
                    PodSecurity wanted = scope.settings()
                            .podSecurity(tenant, place.namespace())
                            .effective();
                    return new StatedClaim(
                            "pod-security/" + place.name(),
                            "Namespace " + place.name() + " admits no pod that is less than " + written(wanted) + ".",
                            scope.model().origins().of(place.namespace(), "name"),
                            evidence -> judge(evidence, place, wanted));
                })
                .toList();
    }

    private static String written(PodSecurity standard) {
        return standard.name().toLowerCase(Locale.ROOT);
    }

    private static Judgement judge(Evidence evidence, Place place, PodSecurity wanted) {
        Optional<Namespace> namespace = evidence.verifier().world().namespace(place.name());
        if (namespace.isEmpty()) {
            return Judgement.broken(List.of("No manifest speaks of namespace " + place.name() + "."));
        }
        String enforced = namespace.get().labels().getOrDefault(ENFORCED, "privileged");
        List<String> reasons = new ArrayList<>();
        boolean strict = List.of(PodSecurity.values()).stream()
                .filter(standard -> standard.compareTo(wanted) >= 0)
                .anyMatch(standard -> written(standard).equals(enforced));
        if (!strict) {
            reasons.add("Namespace " + place.name() + " enforces " + enforced + ".");
        }
        return Judgement.broken(reasons);
    }
}
