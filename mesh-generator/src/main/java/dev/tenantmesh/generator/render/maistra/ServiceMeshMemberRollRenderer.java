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

/** Prints the member roll of a control plane that is made here. */
public final class ServiceMeshMemberRollRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.meshes().stream()
                .map(MeshPlan::controlPlane)
                .filter(controlPlane ->
                        controlPlane.isListed() && !controlPlane.members().isEmpty())
                .map(controlPlane -> (Rendered) new RenderedObject(
                        plan.platform(),
                        print(controlPlane),
                        "mesh/" + controlPlane.heading().mesh()))
                .toList();
    }

    private static ServiceMeshMemberRoll print(ControlPlanePlan controlPlane) {
        Heading of = controlPlane.heading();
        Heading heading = new Heading(
                of.namespace(), "default", of.mesh(), null, of.entry(), "the namespaces of the mesh's tenants");
        return new ServiceMeshMemberRoll(Metadata.of(heading), new ServiceMeshMemberRoll.Spec(controlPlane.members()));
    }
}
