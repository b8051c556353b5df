package dev.tenantmesh.model.check.ownership;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.ControlPlane;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.TenantGrant;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A namespace belongs to one tenant, within what every platform grants it, and never to the platform itself. */
public final class NamespacesHaveOneOwner implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        Map<String, Mesh> controlPlanes = new HashMap<>();
        for (Mesh mesh : model.meshes()) {
            controlPlanes.putIfAbsent(mesh.controlPlane().namespace(), mesh);
            checkControlPlane(mesh.controlPlane(), model, problems);
        }
        Map<String, Origin> owned = new HashMap<>();
        for (Mesh mesh : model.meshes()) {
            Map<String, SharedGateway> first = new LinkedHashMap<>();
            mesh.gateways().forEach(gateway -> first.putIfAbsent(gateway.namespace(), gateway));
            first.values().forEach(gateway -> checkShared(gateway, controlPlanes, owned, model, problems));
        }
        for (Tenant tenant : model.claimants()) {
            for (TenantNamespace namespace : tenant.namespaces()) {
                Origin origin = model.origins().of(namespace, "name");
                checkTaken(namespace.name(), origin, owned, problems);
                if (controlPlanes.containsKey(namespace.name())) {
                    refuseControlPlane(namespace.name(), controlPlanes.get(namespace.name()), model, origin, problems);
                } else if (isProtected(namespace.name())) {
                    refuse(
                            origin,
                            namespace.name(),
                            "It belongs to the cluster, as do default, kube-* and openshift-*.",
                            problems);
                } else {
                    model.platforms()
                            .forEach(platform -> checkGrant(platform, tenant, namespace.name(), origin, problems));
                }
            }
        }
    }

    /** Gateways of one mesh may stand in one namespace, which then belongs to the mesh. */
    private static void checkShared(
            SharedGateway gateway,
            Map<String, Mesh> controlPlanes,
            Map<String, Origin> owned,
            MeshModel model,
            Problems problems) {
        String namespace = gateway.namespace();
        Origin origin = model.origins().of(gateway, "namespace");
        checkTaken(namespace, origin, owned, problems);
        if (controlPlanes.containsKey(namespace)) {
            refuseControlPlane(namespace, controlPlanes.get(namespace), model, origin, problems);
        } else if (isProtected(namespace)) {
            refuse(origin, namespace, "It belongs to the cluster, as do default, kube-* and openshift-*.", problems);
        }
    }

    /** Whoever generates a control plane closes its namespace both ways, which would stop a cluster. */
    private static void checkControlPlane(ControlPlane controlPlane, MeshModel model, Problems problems) {
        if (controlPlane.isGenerated() && isProtected(controlPlane.namespace())) {
            problems.error(
                    ProblemCode.NAMESPACE_PROTECTED,
                    model.origins().of(controlPlane, "namespace"),
                    controlPlane.namespace(),
                    "Policies that close a control plane would stop what else runs here.",
                    "Give the control plane a namespace of its own.");
        }
    }

    private static void checkTaken(String namespace, Origin origin, Map<String, Origin> owned, Problems problems) {
        Origin taken = owned.putIfAbsent(namespace, origin);
        if (taken != null) {
            problems.error(
                    ProblemCode.NAMESPACE_TAKEN,
                    origin,
                    namespace,
                    "The namespace is already claimed at " + taken + ".",
                    "Claim it once.");
        }
    }

    public static boolean isProtected(String namespace) {
        return namespace.startsWith("kube-")
                || namespace.startsWith("openshift-")
                || namespace.equals("openshift")
                || namespace.equals("default");
    }

    private static void refuseControlPlane(
            String namespace, Mesh mesh, MeshModel model, Origin origin, Problems problems) {
        Origin place = model.origins().of(mesh.controlPlane(), "namespace");
        refuse(
                origin,
                namespace,
                "The control plane of mesh '" + mesh.name() + "' runs here, says " + place + ".",
                problems);
    }

    private static void refuse(Origin origin, String namespace, String why, Problems problems) {
        problems.error(ProblemCode.NAMESPACE_PROTECTED, origin, namespace, why, "Use a namespace of its own.");
    }

    private static void checkGrant(
            Platform platform, Tenant tenant, String namespace, Origin origin, Problems problems) {
        List<TenantGrant> grants = platform.tenants().stream()
                .filter(grant -> grant.name().equals(tenant.name()))
                .toList();
        if (grants.stream().noneMatch(grant -> grant.grantsNamespace(namespace))) {
            List<String> granted = grants.stream()
                    .flatMap(grant -> grant.namespaces().stream())
                    .toList();
            problems.error(
                    ProblemCode.NAMESPACE_NOT_GRANTED,
                    origin,
                    namespace,
                    "Platform '" + platform.name() + "' grants tenant '" + tenant.name() + "' "
                            + (granted.isEmpty() ? "no namespaces" : "only " + String.join(", ", granted)) + ".",
                    "Use a granted name, or have the platform team extend its `tenants`.");
        }
    }
}
