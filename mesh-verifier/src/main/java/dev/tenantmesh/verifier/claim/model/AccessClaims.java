package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.tenant.Owner;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.verifier.access.Access;
import dev.tenantmesh.verifier.access.Grant;
import dev.tenantmesh.verifier.access.Power;
import dev.tenantmesh.verifier.access.Subject;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.StatedClaim;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is given which rights in the namespaces of one tenant: nobody but its owners, and to them what their roles say. */
final class AccessClaims {

    private final MeshScope scope;
    private final Tenant tenant;
    private final TenantRoles roles;

    private AccessClaims(MeshScope scope, Tenant tenant) {
        this.scope = scope;
        this.tenant = tenant;
        this.roles = new TenantRoles(scope.platform());
    }

    static List<Claim> of(MeshScope scope, Tenant tenant) {
        AccessClaims claims = new AccessClaims(scope, tenant);
        return tenant.owners().isEmpty() ? List.of(claims.powers()) : List.of(claims.powers(), claims.bound());
    }

    /** I16. */
    private Claim powers() {
        return new StatedClaim(
                "tenant-powers/" + tenant.name(),
                "In the namespaces of tenant " + tenant.name() + " the API server lets " + owners()
                        + ", and its pods nothing but read Secrets.",
                origin(),
                this::judgePowers);
    }

    private String owners() {
        return tenant.owners().isEmpty()
                ? "nobody write anything on the tenant's behalf"
                : tenant.owners().stream()
                                .map(owner -> "group " + owner.group() + " do what "
                                        + TenantRoles.clusterRole(owner.role()) + " may")
                                .collect(Collectors.joining(", "))
                        + ", nobody else anything";
    }

    private Claim bound() {
        return new StatedClaim(
                "owners-bound/" + tenant.name(),
                "The owners of tenant " + tenant.name() + " hold their roles in each of its namespaces.",
                origin(),
                this::judgeBound);
    }

    private Origin origin() {
        return scope.model().origins().of(tenant, "name");
    }

    private Judgement judgePowers(Evidence evidence) {
        Access access = evidence.owners().access();
        List<String> broken = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        scope.places(tenant)
                .flatMap(place -> access.givenIn(place.name()))
                .forEach(grant -> judge(grant, allowed(grant.subject()), grant.known() ? broken : unknown));
        access.givenEverywhere()
                .filter(grant -> isOfTenant(grant.subject()))
                .forEach(grant -> judge(grant, Set.of(), grant.known() ? broken : unknown));
        return broken.isEmpty() ? Judgement.unknown(unknown) : Judgement.broken(broken);
    }

    /** What a role gives beyond what is allowed. */
    static void judge(Grant grant, Set<Power> allowed, List<String> reasons) {
        Set<Power> more = EnumSet.noneOf(Power.class);
        more.addAll(grant.powers());
        more.removeAll(allowed);
        if (!more.isEmpty()) {
            String where = grant.namespace().isEmpty() ? "in every namespace" : "in namespace " + grant.namespace();
            reasons.add("The " + grant.subject().title() + " holds " + grant.role() + " " + where
                    + (grant.known() ? " and may " + titles(more) : ", which is in no manifest and may give anything")
                    + " (" + grant.origin() + ").");
        }
    }

    private static String titles(Set<Power> powers) {
        return powers.stream().map(Power::title).collect(Collectors.joining(", "));
    }

    /** Service accounts of the tenant's own namespaces are those of its gateways, which read certificates there. */
    private Set<Power> allowed(Subject subject) {
        return switch (subject.kind()) {
            case GROUP -> roles.powers(tenant, subject.name());
            case ACCOUNT -> isAtHome(subject) ? Set.of(Power.SECRETS) : Set.of();
            case USER -> Set.of();
        };
    }

    private boolean isAtHome(Subject account) {
        return scope.places(tenant).map(Place::name).anyMatch(account.namespace()::equals);
    }

    private boolean isOfTenant(Subject subject) {
        boolean owner = subject.kind() == Subject.Kind.GROUP
                && tenant.owners().stream().map(Owner::group).anyMatch(subject.name()::equals);
        return owner || scope.places(tenant).map(Place::name).anyMatch(subject::includesAccountsOf);
    }

    private Judgement judgeBound(Evidence evidence) {
        Access access = evidence.owners().access();
        List<String> reasons = new ArrayList<>();
        for (Place place : scope.places(tenant).toList()) {
            for (Owner owner : tenant.owners()) {
                String role = "ClusterRole " + TenantRoles.clusterRole(owner.role());
                boolean bound = access.givenIn(place.name())
                        .anyMatch(grant ->
                                grant.role().equals(role) && grant.subject().equals(Subject.group(owner.group())));
                if (!bound) {
                    reasons.add("Group " + owner.group() + " does not hold " + role + " in namespace " + place.name()
                            + ".");
                }
            }
        }
        return Judgement.broken(reasons);
    }
}
