package dev.tenantmesh.generator.render.apps;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloadPlan;
import dev.tenantmesh.generator.render.GatewayParts;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Networks;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints the Deployments of gateways: one container that the control plane turns into a proxy, closed as the Pod
 * Security Standard {@code restricted} wants it. It listens above 1023 and so needs no sysctl.
 *
 * @see <a href="https://istio.io/latest/docs/setup/additional-setup/gateway/">installing gateways</a>
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security Standards</a>
 */
public final class DeploymentRenderer implements Renderer {

    private static final int METRICS_PORT = 15_090;
    private static final long GRACE_SECONDS = 30;

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::gatewayWorkloads)
                .map(gateway -> (Rendered) new RenderedObject(
                        plan.platform(), print(gateway), gateway.heading().entry()))
                .toList();
    }

    /** Where an autoscaler decides, a number here would set it back at every deployment. */
    private static Deployment print(GatewayWorkloadPlan gateway) {
        return new DeploymentBuilder()
                .withMetadata(Metadata.of(gateway.heading()))
                .withNewSpec()
                .withReplicas(
                        gateway.replicas().scales() ? null : gateway.replicas().min())
                .withNewSelector()
                .withMatchLabels(gateway.selector())
                .endSelector()
                .withNewStrategy()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxSurge(new IntOrString(1))
                .withMaxUnavailable(new IntOrString(0))
                .endRollingUpdate()
                .endStrategy()
                .withTemplate(template(gateway))
                .endSpec()
                .build();
    }

    private static PodTemplateSpec template(GatewayWorkloadPlan gateway) {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(Networks.labels(gateway, gateway.podLabels()))
                .withAnnotations(Map.of("inject.istio.io/templates", "gateway"))
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName(gateway.heading().name())
                .withTerminationGracePeriodSeconds(GRACE_SECONDS)
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .withTopologySpreadConstraints(GatewayParts.spread(gateway.selector()))
                .withContainers(container(gateway))
                .endSpec()
                .build();
    }

    private static Container container(GatewayWorkloadPlan gateway) {
        return new ContainerBuilder()
                .withName("istio-proxy")
                .withImage("auto")
                .withEnv(Networks.environment(gateway))
                .withPorts(Stream.concat(
                                gateway.service().ports().stream().map(port -> port(port.name(), port.podPort())),
                                Stream.of(port("http-envoy-prom", METRICS_PORT)))
                        .toList())
                .withResources(GatewayParts.resources(gateway.resources()))
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .withPrivileged(false)
                .withReadOnlyRootFilesystem(true)
                .withRunAsNonRoot(true)
                .endSecurityContext()
                .build();
    }

    private static ContainerPort port(String name, int number) {
        return new ContainerPortBuilder()
                .withName(name)
                .withContainerPort(number)
                .withProtocol("TCP")
                .build();
    }
}
