package dev.tenantmesh.generator.render.kustomize;

import dev.tenantmesh.generator.plan.component.ComponentPlan;
import dev.tenantmesh.generator.plan.component.WorkloadPatch;
import dev.tenantmesh.generator.plan.export.ServiceExport;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The patches of a component. */
final class Patches {

    private static final String WITH_A_POD_TEMPLATE = "Deployment|StatefulSet|DaemonSet|Job";

    private Patches() {}

    static List<Patch> of(ComponentPlan component) {
        String namespace = component.namespace();
        return Stream.concat(
                        component.workloads().stream()
                                .flatMap(workload ->
                                        Stream.of(workload(namespace, workload), cronJob(namespace, workload))),
                        component.services().stream().map(service -> service(namespace, service)))
                .toList();
    }

    /** The template stands at one place in all of these, and a patch takes the kind of what it is merged into. */
    private static Patch workload(String namespace, WorkloadPatch workload) {
        return new Patch(
                "workload-" + workload.name() + ".yaml",
                workload.entry(),
                Patch.target(WITH_A_POD_TEMPLATE, namespace)
                        .withGroup("apps|batch")
                        .withName(workload.name())
                        .build(),
                new DeploymentBuilder()
                        .withMetadata(name(workload.name()))
                        .withNewSpec()
                        .withTemplate(template(workload))
                        .endSpec()
                        .build());
    }

    private static Patch cronJob(String namespace, WorkloadPatch workload) {
        return new Patch(
                "cronjob-" + workload.name() + ".yaml",
                workload.entry(),
                Patch.target("CronJob", namespace)
                        .withGroup("batch")
                        .withName(workload.name())
                        .build(),
                new CronJobBuilder()
                        .withMetadata(name(workload.name()))
                        .withNewSpec()
                        .withNewJobTemplate()
                        .withNewSpec()
                        .withTemplate(template(workload))
                        .endSpec()
                        .endJobTemplate()
                        .endSpec()
                        .build());
    }

    private static Patch service(String namespace, ServiceExport export) {
        String name = export.service();
        ObjectMeta metadata = new ObjectMetaBuilder(name(Objects.requireNonNullElse(name, "every-service")))
                .addToAnnotations("networking.istio.io/exportTo", export.exportTo())
                .build();
        return new Patch(
                name == null ? "services.yaml" : "service-" + name + ".yaml",
                export.entry(),
                Patch.target("Service", namespace)
                        .withVersion("v1")
                        .withName(name)
                        .build(),
                new ServiceBuilder().withMetadata(metadata).build());
    }

    private static ObjectMeta name(String name) {
        return new ObjectMetaBuilder().withName(name).build();
    }

    private static PodTemplateSpec template(WorkloadPatch workload) {
        PodSpecBuilder pod = new PodSpecBuilder().withServiceAccountName(workload.serviceAccount());
        if (workload.seccomp()) {
            pod.withNewSecurityContext()
                    .withNewSeccompProfile()
                    .withType("RuntimeDefault")
                    .endSeccompProfile()
                    .endSecurityContext();
        }
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(workload.labels())
                .withAnnotations(workload.annotations())
                .endMetadata()
                .withSpec(pod.build())
                .build();
    }
}
