package dev.tenantmesh.generator.render.kustomize;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedPart;
import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.component.ComponentPlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.Kustomization;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.KustomizationBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints two Components for each namespace: {@code <tenant>/<namespace>} with its service accounts, and below it
 * {@code patches} without, for tenants whose manifests have them already.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/guides/config_management/components/">kustomize components</a>
 */
public final class ComponentRenderer implements Renderer {

    private static final String PATCHES = "patches";

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        List<Rendered> parts = new ArrayList<>();
        plan.all(MeshPlan::components).forEach(component -> print(plan.platform(), component, parts));
        return parts;
    }

    private static void print(String platform, ComponentPlan component, List<Rendered> into) {
        List<String> folder = List.of(component.tenant(), component.namespace());
        List<String> inner = List.of(component.tenant(), component.namespace(), PATCHES);
        List<Patch> patches = Patches.of(component);
        for (Heading account : component.accounts()) {
            into.add(new RenderedPart(
                    platform,
                    folder,
                    file(account),
                    account.entry(),
                    new ServiceAccountBuilder()
                            .withMetadata(Metadata.of(account))
                            .build()));
        }
        for (Patch patch : patches) {
            into.add(new RenderedPart(platform, inner, patch.file(), patch.entry(), patch.content()));
        }
        KustomizationBuilder outer = component()
                .withResources(component.accounts().stream()
                        .map(ComponentRenderer::file)
                        .toList())
                .withComponents(PATCHES);
        KustomizationBuilder patching =
                component().withPatches(patches.stream().map(Patch::reference).toList());
        into.add(kustomization(platform, folder, component.entry(), outer.build()));
        into.add(kustomization(platform, inner, component.entry(), patching.build()));
    }

    private static String file(Heading account) {
        return "serviceaccount-" + account.name() + ".yaml";
    }

    /** fabric8 has no class of its own for Components, which have the fields of a Kustomization. */
    private static KustomizationBuilder component() {
        return new KustomizationBuilder()
                .withApiVersion("kustomize.config.k8s.io/v1alpha1")
                .withKind("Component");
    }

    private static RenderedPart kustomization(
            String platform, List<String> folder, String entry, Kustomization kustomization) {
        return new RenderedPart(platform, folder, "kustomization.yaml", entry, kustomization);
    }
}
