package dev.tenantmesh.generator.render.gatewayapi;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.gatewayapi.ReferenceGrantPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.gatewayapi.v1beta1.ReferenceGrant;
import io.fabric8.kubernetes.api.model.gatewayapi.v1beta1.ReferenceGrantBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1beta1.ReferenceGrantTo;
import java.util.List;

/** Prints ReferenceGrants, each for Services that are named; in the version that every release serves. */
public final class ReferenceGrantRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(mesh -> mesh.gatewayApi().grants())
                .map(grant -> (Rendered) new RenderedObject(
                        plan.platform(), print(grant), grant.heading().entry()))
                .toList();
    }

    private static ReferenceGrant print(ReferenceGrantPlan grant) {
        return new ReferenceGrantBuilder()
                .withMetadata(Metadata.of(grant.heading()))
                .withNewSpec()
                .addNewFrom(ApiGatewayRenderer.GROUP, grant.kind(), grant.namespace())
                .withTo(grant.services().stream()
                        .map(service -> new ReferenceGrantTo("", "Service", service))
                        .toList())
                .endSpec()
                .build();
    }
}
