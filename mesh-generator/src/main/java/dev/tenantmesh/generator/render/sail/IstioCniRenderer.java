package dev.tenantmesh.generator.render.sail;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.Rollout;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.List;
import java.util.Map;

/** Prints the one IstioCNI of the cluster with its namespace, if any control plane is made here. */
public final class IstioCniRenderer implements Renderer {

    private static final String NAMESPACE = "istio-cni";
    private static final String ENTRY = "platform/cni";

    private final String version;

    /** @param version one that the operator's release knows, such as {@code v1.30-latest} */
    public IstioCniRenderer(String version) {
        this.version = version;
    }

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        if (plan.meshes().stream().noneMatch(mesh -> mesh.controlPlane().generated())) {
            return List.of();
        }
        Heading cni = new Heading(
                "",
                "default",
                "",
                null,
                ENTRY,
                "redirects the traffic of pods to their proxies without privileges for the pods",
                Rollout.CONTROL_PLANE);
        Heading namespace =
                new Heading("", NAMESPACE, "", null, ENTRY, "the namespace of the CNI plugin", Rollout.NAMESPACE);
        return List.of(
                new RenderedObject(
                        plan.platform(),
                        new IstioCni(
                                Metadata.of(cni, Map.of(), Map.of()).build(),
                                new IstioCni.Spec(version, plan.hasZtunnel() ? "ambient" : null, NAMESPACE)),
                        ENTRY),
                new RenderedObject(
                        plan.platform(),
                        new NamespaceBuilder()
                                .withMetadata(Metadata.of(
                                                namespace,
                                                Map.of("pod-security.kubernetes.io/enforce", "privileged"),
                                                Map.of())
                                        .build())
                                .build(),
                        ENTRY));
    }
}
