package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/**
 * Everyone in one mesh on one platform.
 *
 * @param mesh the mesh
 * @param namespaces its member namespaces, sorted by name
 */
public record Members(Mesh mesh, List<MemberNamespace> namespaces) {

    /** The namespace of a name. */
    public Optional<MemberNamespace> namespace(String name) {
        return namespaces.stream()
                .filter(namespace -> namespace.name().equals(name))
                .findFirst();
    }

    /** The namespaces of a tenant. */
    public List<MemberNamespace> of(String tenant) {
        return namespaces.stream()
                .filter(namespace -> namespace.owner().equals(tenant))
                .toList();
    }

    /** What an object in a member namespace carries. */
    public Heading heading(MemberNamespace namespace, String name, String entry, String reason) {
        return new Heading(
                namespace.name(),
                name,
                mesh.name(),
                namespace.owningTenant().map(Tenant::name).orElse(null),
                entry,
                reason);
    }

    /** The names of all namespaces, sorted. */
    public List<String> names() {
        return namespaces.stream().map(MemberNamespace::name).toList();
    }
}
