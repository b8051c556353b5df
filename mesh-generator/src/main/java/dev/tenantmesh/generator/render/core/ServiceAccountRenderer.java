package dev.tenantmesh.generator.render.core;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.util.List;

/** Prints the service accounts of gateways: their identities in the mesh. */
public final class ServiceAccountRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::gatewayWorkloads)
                .map(gateway -> (Rendered) new RenderedObject(
                        plan.platform(),
                        new ServiceAccountBuilder()
                                .withMetadata(Metadata.of(gateway.heading()))
                                .build(),
                        gateway.heading().entry()))
                .toList();
    }
}
