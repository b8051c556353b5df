package dev.tenantmesh.generator.manifest;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import java.util.Map;

/** Small objects to write, shared by the tests of this package and of the folder package. */
public final class Samples {

    private Samples() {}

    /** A policy that lets one namespace in on one port. */
    public static NetworkPolicy policy(String namespace, String name, int port) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .addToMatchLabels("app", "api")
                .endPodSelector()
                .withPolicyTypes("Ingress")
                .addNewIngress()
                .addNewFrom()
                .withNewNamespaceSelector()
                .addToMatchLabels("kubernetes.io/metadata.name", "web-prod")
                .endNamespaceSelector()
                .endFrom()
                .addNewPort()
                .withProtocol("TCP")
                .withNewPort(port)
                .endPort()
                .endIngress()
                .endSpec()
                .build();
    }

    /** A namespaced object that only carries data. */
    public static HasMetadata configMap(String namespace, String name, Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withData(data)
                .build();
    }

    /** An object of the cluster. */
    public static HasMetadata clusterRole(String name) {
        return new ClusterRoleBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }

    /** The object of the cluster that stands in a namespace's folder: its own. */
    public static HasMetadata namespace(String name) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }

    /** An object for the platform {@code prod}. */
    public static RenderedObject prod(HasMetadata object) {
        return new RenderedObject(
                "prod", object, "tenant/payments/" + object.getMetadata().getName());
    }
}
