package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.mesh.ControlPlane;
import dev.tenantmesh.model.problem.Origin;
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
import java.util.TreeSet;

/**
 * Who is given which rights where a control plane runs, and in the mesh's own namespaces: nobody but the tenant that owns it,
 * and those who may bring their namespaces into it.
 */
final class MeshAccessClaims {

    private final MeshScope scope;
    private final String name;

    private MeshAccessClaims(MeshScope scope) {
        this.scope = scope;
        this.name = scope.mesh().name();
    }

    static List<Claim> of(MeshScope scope) {
        MeshAccessClaims claims = new MeshAccessClaims(scope);
        List<Claim> all = new ArrayList<>(List.of(claims.powers()));
        if (!claims.runners().isEmpty() || !claims.users().isEmpty()) {
            all.add(claims.held());
        }
        return all;
    }

    private Set<String> runners() {
        ControlPlane.Owner owner = scope.mesh().controlPlane().owner();
        return owner == null || !owner.ownsOn(scope.platform().document())
                ? Set.of()
                : scope.model().tenant(owner.tenant()).map(this::writers).orElse(Set.of());
    }

    private Set<String> users() {
        Set<String> groups = new TreeSet<>();
        if (scope.mesh().isJoinedByTenants(scope.platform().document())) {
            scope.model().tenantsOf(scope.mesh()).forEach(tenant -> groups.addAll(writers(tenant)));
        }
        return groups;
    }

    /** Those of a tenant who write more than workloads. */
    private Set<String> writers(Tenant tenant) {
        TenantRoles roles = new TenantRoles(scope.platform());
        Set<String> groups = new TreeSet<>();
        tenant.owners().stream()
                .filter(owner -> roles.powers(owner.role()).contains(Power.NETWORK_POLICIES))
                .forEach(owner -> groups.add(owner.group()));
        return groups;
    }

    private Claim powers() {
        String exceptions = (runners().isEmpty() ? "" : ", but groups " + String.join(", ", runners()) + " run it")
                + (users().isEmpty()
                        ? ""
                        : ", but groups " + String.join(", ", users()) + " bring namespaces of their own into it");
        return new StatedClaim(
                "mesh-powers/" + name,
                "Where mesh " + name + " has its control plane and its own gateways, the API server lets nobody change"
                        + " anything who does not have that right in the whole cluster" + exceptions + ".",
                origin(),
                this::judgePowers);
    }

    private Claim held() {
        return new StatedClaim(
                "mesh-handed-over/" + name,
                "Those who run the control plane of mesh " + name
                        + ", or bring namespaces into it, hold the rights to.",
                origin(),
                this::judgeHeld);
    }

    private Origin origin() {
        return scope.model().origins().of(scope.mesh(), "name");
    }

    private Set<String> namespaces() {
        Set<String> namespaces = new TreeSet<>(scope.ownNamespaces());
        namespaces.add(scope.mesh().controlPlane().namespace());
        return namespaces;
    }

    private Judgement judgePowers(Evidence evidence) {
        Access access = evidence.owners().access();
        List<String> broken = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        namespaces().stream()
                .flatMap(access::givenIn)
                .forEach(grant -> AccessClaims.judge(grant, allowed(grant), grant.known() ? broken : unknown));
        return broken.isEmpty() ? Judgement.unknown(unknown) : Judgement.broken(broken);
    }

    private Set<Power> allowed(Grant grant) {
        Subject subject = grant.subject();
        Set<Power> allowed = EnumSet.noneOf(Power.class);
        boolean atControlPlane = grant.isOf(scope.mesh().controlPlane().namespace());
        if (subject.kind() == Subject.Kind.GROUP && atControlPlane) {
            if (runners().contains(subject.name())) {
                allowed.add(Power.CONTROL_PLANES);
            }
            if (users().contains(subject.name())) {
                allowed.add(Power.MESH_USE);
            }
        } else if (subject.kind() == Subject.Kind.ACCOUNT && grant.isOf(subject.namespace()) && !atControlPlane) {
            allowed.add(Power.SECRETS);
        }
        return allowed;
    }

    private Judgement judgeHeld(Evidence evidence) {
        List<String> reasons = new ArrayList<>();
        runners().forEach(group -> missing(evidence, group, Power.CONTROL_PLANES, reasons));
        users().forEach(group -> missing(evidence, group, Power.MESH_USE, reasons));
        return Judgement.broken(reasons);
    }

    private void missing(Evidence evidence, String group, Power power, List<String> reasons) {
        String namespace = scope.mesh().controlPlane().namespace();
        boolean held = evidence.owners()
                .access()
                .givenIn(namespace)
                .anyMatch(grant -> grant.known()
                        && grant.powers().contains(power)
                        && grant.subject().equals(Subject.group(group)));
        if (!held) {
            reasons.add("Group " + group + " may not " + power.title() + " in namespace " + namespace + ".");
        }
    }
}
