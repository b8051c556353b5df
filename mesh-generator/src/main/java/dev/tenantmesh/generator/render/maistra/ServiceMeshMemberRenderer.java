package dev.tenantmesh.generator.render.maistra;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.controlplane.ControlPlanePlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import java.util.List;

/** Prints a member in each namespace of a mesh whose roll is not made here: somebody else makes the control plane, or tenants join it. */
public final class ServiceMeshMemberRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.meshes().stream()
                .map(MeshPlan::controlPlane)
                .filter(controlPlane -> !controlPlane.isListed())
                .flatMap(controlPlane -> controlPlane.members().stream().map(namespace -> (Rendered) new RenderedObject(
                        plan.platform(),
                        print(controlPlane, namespace),
                        controlPlane.heading().entry())))
                .toList();
    }

    private static ServiceMeshMember print(ControlPlanePlan controlPlane, String namespace) {
        Heading of = controlPlane.heading();
        Heading heading = new Heading(
                namespace,
                "default",
                of.mesh(),
                null,
                of.entry(),
                controlPlane.joined()
                        ? "the tenant brings its namespace into the mesh"
                        : "joins the mesh of an existing control plane");
        return new ServiceMeshMember(
                Metadata.of(heading),
                new ServiceMeshMember.Spec(new ServiceMeshMember.ControlPlaneRef(of.name(), of.namespace())));
    }
}
