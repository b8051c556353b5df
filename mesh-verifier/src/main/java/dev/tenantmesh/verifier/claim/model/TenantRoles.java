package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.ServiceMesh;
import dev.tenantmesh.model.tenant.Owner;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.verifier.access.Access;
import dev.tenantmesh.verifier.access.KnownRoles;
import dev.tenantmesh.verifier.access.Power;
import dev.tenantmesh.verifier.access.Subject;
import dev.tenantmesh.verifier.access.Writable;
import dev.tenantmesh.verifier.admission.Powers;
import dev.tenantmesh.verifier.admission.Writer;
import dev.tenantmesh.verifier.claim.Owners;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the roles of owners mean on one platform, worked out from the documents. */
final class TenantRoles {

    /** The role of ours, which lets nobody write what closes them. */
    static final String DEVELOPER = "tenant-developer";

    private static final Set<Power> OF_DEVELOPERS = Set.of(Power.WORKLOADS, Power.SECRETS);

    private final KnownRoles known;

    TenantRoles(Platform platform) {
        this.known = platform.mesh().type() == ServiceMesh.Type.OPENSHIFT_SERVICE_MESH
                ? KnownRoles.WITH_OPERATORS
                : KnownRoles.KUBERNETES;
    }

    /** The ClusterRoles that are in no manifest; for one tenant alone, ours is in none either. */
    KnownRoles known(MeshModel model) {
        return model.rendersAll() ? known : known.with(DEVELOPER, OF_DEVELOPERS);
    }

    /** What a role lets its holders do in a namespace. */
    Set<Power> powers(Owner.Role role) {
        return switch (role) {
            case VIEW -> Set.of();
            case DEVELOPER -> OF_DEVELOPERS;
            case EDIT -> known.powers("edit").orElseThrow();
            case ADMIN -> known.powers("admin").orElseThrow();
        };
    }

    /** The ClusterRole that stands for a role. */
    static String clusterRole(Owner.Role role) {
        return role == Owner.Role.DEVELOPER ? DEVELOPER : role.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What a group may do in the namespaces of a tenant. */
    Set<Power> powers(Tenant tenant, String group) {
        Set<Power> powers = EnumSet.noneOf(Power.class);
        tenant.owners().stream()
                .filter(owner -> owner.group().equals(group))
                .forEach(owner -> powers.addAll(powers(owner.role())));
        return powers;
    }

    /** Whether owners of a tenant may open its network. */
    boolean mayOpen(Tenant tenant) {
        return tenant.owners().stream().anyMatch(owner -> powers(owner.role()).contains(Power.NETWORK_POLICIES));
    }

    /** Who owns which namespaces and may write what there, by the documents or by what the manifests give. */
    Owners owners(MeshModel model, Access access) {
        Map<String, Set<String>> namespaces = new TreeMap<>();
        Writable writable = Writable.NOTHING;
        for (Tenant tenant : model.tenants()) {
            Set<String> own = tenant.namespaces().stream()
                    .map(TenantNamespace::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            namespaces.put(tenant.name(), own);
            writable = writable.and(declared(tenant, own)).and(access.writable(own));
        }
        for (Mesh mesh : model.meshes()) {
            writable = writable.and(throughControlPlane(model, mesh, access));
        }
        return new Owners(namespaces, writable, access, Powers.unlimited(Set.of()));
    }

    /**
     * Everybody who may write in namespaces of tenants: by the documents, by what the manifests give, and in the name of
     * service accounts there, which is whoever runs pods.
     */
    List<Writer> writers(MeshModel model, Access access) {
        return model.tenants().stream()
                .flatMap(tenant -> tenant.namespaces().stream()
                        .map(TenantNamespace::name)
                        .flatMap(namespace -> Stream.concat(
                                tenant.owners().stream()
                                        .filter(owner -> !powers(owner.role()).isEmpty())
                                        .flatMap(owner -> Stream.of(
                                                Writer.of(namespace, Subject.group(owner.group())),
                                                Writer.ofAccounts(namespace))),
                                Stream.concat(
                                                access.givenIn(namespace),
                                                access.givenEverywhere()
                                                        .filter(grant ->
                                                                grant.subject().includesAccountsOf(namespace)))
                                        .filter(grant -> !grant.powers().isEmpty())
                                        .map(grant -> Writer.of(namespace, grant.subject())))))
                .distinct()
                .toList();
    }

    /**
     * Whoever may change a control plane of OpenShift Service Mesh 2 can have its operator make NetworkPolicies that let every
     * member in.
     */
    private static Writable throughControlPlane(MeshModel model, Mesh mesh, Access access) {
        String home = mesh.controlPlane().namespace();
        if (access.givenIn(home).noneMatch(grant -> grant.powers().contains(Power.CONTROL_PLANES))) {
            return Writable.NOTHING;
        }
        Set<String> members = model.tenantsOf(mesh).stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .map(TenantNamespace::name)
                .collect(Collectors.toCollection(TreeSet::new));
        members.add(home);
        return new Writable(members, Set.of(), Set.of());
    }

    private Writable declared(Tenant tenant, Set<String> own) {
        Set<Power> powers = EnumSet.noneOf(Power.class);
        tenant.owners().forEach(owner -> powers.addAll(powers(owner.role())));
        return new Writable(
                powers.contains(Power.NETWORK_POLICIES) ? own : Set.of(),
                powers.contains(Power.PEER_AUTHENTICATIONS) ? own : Set.of(),
                powers.contains(Power.AUTHORIZATION_POLICIES) ? own : Set.of());
    }

    /** What is taken for granted of ClusterRoles that are in no manifest. */
    String assumption() {
        return "ClusterRoles view, edit and admin give what Kubernetes ships"
                + (known.equals(KnownRoles.KUBERNETES)
                        ? ", and nobody has added kinds of the mesh to them."
                        : ", and every kind that the operator of the mesh adds to edit and admin.");
    }
}
