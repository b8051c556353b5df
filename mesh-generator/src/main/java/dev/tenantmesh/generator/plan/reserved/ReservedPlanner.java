package dev.tenantmesh.generator.plan.reserved;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.namespace.NamespacePlan;
import dev.tenantmesh.generator.plan.network.NetworkPolicyPlan;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Decides the namespaces that a remote cluster holds for their names alone: they are in its primary, which signs for every
 * pod that it is asked for. Nobody has a role in them, no control plane finds them, and nobody gets out.
 */
public final class ReservedPlanner {

    private ReservedPlanner() {}

    /** The Namespaces. */
    public static List<NamespacePlan> namespaces(MeshModel model, Target target, Mesh mesh) {
        return names(model, target, mesh)
                .map(name -> new NamespacePlan(
                        heading(
                                mesh,
                                name,
                                name,
                                "holds the name: whoever ran here would be given the identities of this namespace"),
                        new TreeMap<>(Map.of("pod-security.kubernetes.io/enforce", "restricted")),
                        false))
                .toList();
    }

    /** What closes them. */
    public static List<NetworkPolicyPlan> networkPolicies(MeshModel model, Target target, Mesh mesh) {
        return names(model, target, mesh)
                .map(name -> NetworkPolicyPlan.defaultDeny(heading(
                        mesh, name, "default-deny", "nobody runs here, and nobody would get to the control plane")))
                .toList();
    }

    /** In a run for one tenant those are the platform's to write. */
    private static Stream<String> names(MeshModel model, Target target, Mesh mesh) {
        return target.placement().stream()
                .filter(where -> model.onlyTenant().isEmpty())
                .flatMap(where -> where.reserved(mesh).stream());
    }

    private static Heading heading(Mesh mesh, String namespace, String name, String reason) {
        return new Heading(namespace, name, "", null, "mesh/" + mesh.name() + "/multiCluster", reason);
    }
}
