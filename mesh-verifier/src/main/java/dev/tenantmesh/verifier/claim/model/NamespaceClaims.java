package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.PodSecurity;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.StatedClaim;
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

    /** Of each namespace of a tenant whose labels are written here. */
    static List<Claim> of(MeshScope scope, Tenant tenant) {
        return scope.places(tenant)
                .filter(place -> place.namespace().managed() != TenantNamespace.Manage.NONE)
                .map(place -> claim(
                        place.name(),
                        scope.settings().podSecurity(tenant, place.namespace()).effective(),
                        scope.model().origins().of(place.namespace(), "name")))
                .toList();
    }

    /** Of those where the mesh's own gateways run. */
    static List<Claim> ofGateways(MeshScope scope) {
        return scope.ownNamespaces().stream()
                .map(name -> claim(
                        name, PodSecurity.RESTRICTED, scope.model().origins().of(scope.mesh(), "name")))
                .toList();
    }

    private static Claim claim(String namespace, PodSecurity wanted, Origin origin) {
        return new StatedClaim(
                "pod-security/" + namespace,
                "Namespace " + namespace + " admits no pod that is less than " + written(wanted) + ".",
                origin,
                evidence -> judge(evidence, namespace, wanted));
    }

    private static String written(PodSecurity standard) {
        return standard.name().toLowerCase(Locale.ROOT);
    }

    private static Judgement judge(Evidence evidence, String name, PodSecurity wanted) {
        Optional<Namespace> namespace = evidence.verifier().world().namespace(name);
        if (namespace.isEmpty()) {
            return Judgement.broken(List.of("No manifest speaks of namespace " + name + "."));
        }
        String enforced = namespace.get().labels().getOrDefault(ENFORCED, "privileged");
        List<String> reasons = new ArrayList<>();
        boolean strict = List.of(PodSecurity.values()).stream()
                .filter(standard -> standard.compareTo(wanted) >= 0)
                .anyMatch(standard -> written(standard).equals(enforced));
        if (!strict) {
            reasons.add("Namespace " + name + " enforces " + enforced + ".");
        }
        return Judgement.broken(reasons);
    }
}
