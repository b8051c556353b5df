package dev.tenantmesh.model.check;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.TenantGrant;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A namespace belongs to one tenant, within what every platform grants it, and never to the platform itself. */
final class NamespacesHaveOneOwner implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        Map<String, Origin> owned = new HashMap<>();
        for (Mesh mesh : model.meshes()) {
            owned.put(mesh.controlPlane().namespace(), model.origins().of(mesh.controlPlane(), "namespace"));
        }
        for (Tenant tenant : model.tenants()) {
            for (TenantNamespace namespace : tenant.namespaces()) {
                Origin origin = model.origins().of(namespace, "name");
                checkTaken(namespace, origin, owned.putIfAbsent(namespace.name(), origin), problems);
                checkProtected(namespace, origin, problems);
                model.platforms().forEach(platform -> checkGrant(platform, tenant, namespace, origin, problems));
            }
        }
    }

    private static void checkTaken(
            TenantNamespace namespace, Origin origin, @Nullable Origin taken, Problems problems) {
        if (taken != null) {
            problems.error(
                    ProblemCode.NAMESPACE_TAKEN,
                    origin,
                    namespace.name(),
                    "The namespace is already claimed at " + taken + ".",
                    "Give it to one tenant; control planes need a namespace of their own.");
        }
    }

    private static void checkProtected(TenantNamespace namespace, Origin origin, Problems problems) {
        String name = namespace.name();
        if (name.startsWith("kube-")
                || name.startsWith("openshift-")
                || name.equals("openshift")
                || name.equals("default")) {
            problems.error(
                    ProblemCode.NAMESPACE_PROTECTED,
                    origin,
                    name,
                    "No tenant can own default, openshift, kube-* or openshift-*.",
                    "Use a namespace of the tenant's own.");
        }
    }

    private static void checkGrant(
            Platform platform, Tenant tenant, TenantNamespace namespace, Origin origin, Problems problems) {
        Optional<TenantGrant> grant = platform.tenants().stream()
                .filter(candidate -> candidate.name().equals(tenant.name()))
                .findFirst();
        if (grant.isEmpty()) {
            problems.error(
                    ProblemCode.NAMESPACE_NOT_GRANTED,
                    origin,
                    namespace.name(),
                    "Platform '" + platform.name() + "' grants tenant '" + tenant.name() + "' nothing.",
                    "The platform team adds `{name: " + tenant.name() + ", namespaces: [" + namespace.name()
                            + "]}` under its tenants.");
        } else if (!grant.get().grantsNamespace(namespace.name())) {
            problems.error(
                    ProblemCode.NAMESPACE_NOT_GRANTED,
                    origin,
                    namespace.name(),
                    "Platform '" + platform.name() + "' grants tenant '" + tenant.name() + "' only "
                            + grant.get().namespaces() + ".",
                    "Use a granted name, or have the platform team extend the grant.");
        }
    }
}
