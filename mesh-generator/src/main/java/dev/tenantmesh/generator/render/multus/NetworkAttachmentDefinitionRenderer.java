package dev.tenantmesh.generator.render.multus;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.openshift.api.model.miscellaneous.cncf.cni.v1.NetworkAttachmentDefinitionBuilder;
import java.util.List;

/**
 * Prints NetworkAttachmentDefinitions without a spec: Multus then takes the CNI configuration whose name is the
 * object's.
 *
 * @see <a href="https://github.com/k8snetworkplumbingwg/multus-cni/blob/master/docs/configuration.md">Multus configuration</a>
 */
public final class NetworkAttachmentDefinitionRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::networkAttachments)
                .map(attachment -> (Rendered) new RenderedObject(
                        plan.platform(),
                        new NetworkAttachmentDefinitionBuilder()
                                .withMetadata(Metadata.of(attachment.heading()))
                                .build(),
                        attachment.heading().entry()))
                .toList();
    }
}
