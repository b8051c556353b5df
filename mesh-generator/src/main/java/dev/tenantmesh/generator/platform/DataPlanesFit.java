package dev.tenantmesh.generator.platform;

import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what proxies of nodes cannot do: they know connections and identities, one control plane, and tunnels alone.
 * Says what their namespaces rest on.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/architecture/data-plane/">the ambient data plane</a>
 */
record DataPlanesFit(Target target, MeshModel model, Problems problems) {

    private static final String STAY = "Write `dataPlane: sidecar` for the namespace";
    private static final int FIRST_OPENSHIFT_MINOR = 19;

    void check() {
        List<Mesh> ambient =
                model.meshes().stream().filter(mesh -> !members(mesh).isEmpty()).toList();
        if (ambient.isEmpty()) {
            return;
        }
        if (!target.profile().has(Trait.AMBIENT)) {
            ambient.forEach(this::refuse);
            return;
        }
        checkDistribution(ambient.get(0));
        ambient.stream().skip(1).forEach(mesh -> refuseSecond(ambient.get(0), mesh));
        ambient.forEach(this::checkMesh);
        informProbes(ambient.get(0));
    }

    private Set<String> members(Mesh mesh) {
        EffectiveSettings settings = new EffectiveSettings(target.platform(), mesh);
        return model.tenantsOf(mesh).stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .filter(namespace -> settings.dataPlane(namespace) == DataPlane.AMBIENT)
                .map(TenantNamespace::name)
                .collect(Collectors.toSet());
    }

    /** Wherever it was chosen for these namespaces, each place once. */
    private Stream<Origin> choices(Mesh mesh) {
        Set<String> members = members(mesh);
        return model.tenantsOf(mesh).stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .filter(namespace -> members.contains(namespace.name()))
                .map(namespace -> choice(mesh, namespace))
                .distinct();
    }

    private Origin choice(Mesh mesh, TenantNamespace namespace) {
        if (namespace.dataPlane() != null) {
            return model.origins().of(namespace, "dataPlane");
        }
        return mesh.dataPlane() != null
                ? model.origins().of(mesh, "dataPlane")
                : model.origins().of(target.platform().mesh(), "dataPlane");
    }

    private void refuse(Mesh mesh) {
        choices(mesh)
                .forEach(origin -> problems.error(
                        ProblemCode.UNSUPPORTED_OPTION,
                        origin,
                        "ambient",
                        target.profile().product() + " on platform '"
                                + target.platform().name() + "' has no ambient data plane.",
                        "Write `dataPlane: sidecar`, or choose it in the Platforms that have one: `mesh: {dataPlane:"
                                + " ambient}`."));
    }

    private void checkDistribution(Mesh mesh) {
        Distribution distribution = target.platform().distribution();
        if (distribution.type() == Distribution.Type.OPENSHIFT
                && minor(distribution.version()) < FIRST_OPENSHIFT_MINOR) {
            choices(mesh)
                    .forEach(origin -> problems.error(
                            ProblemCode.UNSUPPORTED_OPTION,
                            origin,
                            "ambient",
                            "The ambient data plane needs OpenShift 4." + FIRST_OPENSHIFT_MINOR + ", and platform '"
                                    + target.platform().name() + "' has " + distribution.version() + ".",
                            "Write `dataPlane: sidecar`, or upgrade the cluster."));
        }
    }

    private static int minor(String version) {
        String[] parts = version.split("\\.", -1);
        return parts.length > 1 && parts[0].equals("4") && parts[1].matches("[0-9]{1,4}")
                ? Integer.parseInt(parts[1])
                : FIRST_OPENSHIFT_MINOR;
    }

    private void refuseSecond(Mesh first, Mesh second) {
        choices(second)
                .forEach(origin -> problems.error(
                        ProblemCode.ONE_ZTUNNEL,
                        origin,
                        second.name(),
                        "On platform '" + target.platform().name() + "' the proxies of nodes follow mesh '"
                                + first.name() + "' already, and a node has one that follows one control plane.",
                        "Write `dataPlane: sidecar` here, or move the mesh to a cluster of its own."));
    }

    private void checkMesh(Mesh mesh) {
        EffectiveSettings settings = new EffectiveSettings(target.platform(), mesh);
        Set<String> ambient = members(mesh);
        if (settings.mtls().effective() == MtlsMode.DISABLE) {
            needsMutualTls(model.origins().of(mesh, "mtls"), mesh.name());
        }
        for (Tenant tenant : model.tenantsOf(mesh)) {
            tenant.namespaces().forEach(namespace -> checkModes(settings, tenant, namespace));
            tenant.namespaces().stream()
                    .filter(namespace -> ambient.contains(namespace.name()) && settings.isMigrating(namespace))
                    .forEach(namespace -> refuseMigration(mesh, namespace));
            tenant.externals().forEach(external -> checkExternal(ambient, external));
            tenant.gateways()
                    .forEach(gateway -> checkClients(ambient, gateway.exposure(), gateway.tls(), mode(gateway.tls())));
        }
        mesh.gateways()
                .forEach(gateway -> checkClients(ambient, gateway.exposure(), gateway.tls(), mode(gateway.tls())));
    }

    private static GatewayTls.@Nullable Mode mode(@Nullable GatewayTls tls) {
        return tls == null ? null : tls.mode();
    }

    /** In a mesh of both kinds tunnels also reach ports of proxies in pods, whatever their mode. */
    private void checkModes(EffectiveSettings settings, Tenant tenant, TenantNamespace namespace) {
        if (settings.mtls(tenant, namespace).effective() == MtlsMode.DISABLE) {
            needsMutualTls(model.origins().of(namespace, namespace.mtls() == null ? "name" : "mtls"), namespace.name());
            return;
        }
        for (Workload workload : namespace.workloads()) {
            boolean off = settings.mtls(tenant, namespace, workload).effective() == MtlsMode.DISABLE
                    || workload.ports().stream()
                            .anyMatch(port -> settings.mtls(tenant, namespace, workload, port.podPort())
                                            .effective()
                                    == MtlsMode.DISABLE);
            if (off) {
                needsMutualTls(
                        model.origins().of(workload, workload.mtls() == null ? "name" : "mtls"), workload.name());
            }
        }
    }

    /** On that way clients without an identity are let in on the port itself, which no tunnel uses. */
    private void refuseMigration(Mesh mesh, TenantNamespace namespace) {
        problems.error(
                ProblemCode.NEEDS_SIDECAR,
                model.origins().of(namespace, "name"),
                namespace.name(),
                "Mesh '" + mesh.name() + "' is on its way to mutual TLS, which is a way for sidecars: on platform '"
                        + target.platform().name()
                        + "' the namespace is ambient, where pods have identities as soon as it is labelled.",
                "Lock the namespace under `mtls: {migration: ...}` of the Mesh, or keep `dataPlane: sidecar` until then.");
    }

    private void needsMutualTls(Origin origin, String name) {
        problems.error(
                ProblemCode.NEEDS_SIDECAR,
                origin,
                name,
                "Mesh members on platform '" + target.platform().name()
                        + "' have proxies of nodes, which always speak mutual TLS; DISABLE would only let plaintext in"
                        + " beside it.",
                "Write PERMISSIVE, which says what happens.");
    }

    private void checkExternal(Set<String> ambient, External external) {
        for (External.Client client : external.from()) {
            Optional<String> why = external.via() != null
                    ? Optional.of("the way to an egress gateway is taken by the client's own proxy")
                    : external.tls() != null
                            ? Optional.of("TLS to the host is made by the client's own proxy")
                            : Optional.empty();
            if (ambient.contains(client.namespace()) && why.isPresent()) {
                problems.error(
                        ProblemCode.NEEDS_SIDECAR,
                        model.origins().of(client),
                        client.namespace(),
                        "On platform '" + target.platform().name() + "' the namespace is ambient, and " + why.get()
                                + ".",
                        STAY + ", or let the client itself speak TLS to the host, without `tls` and `via`.");
            }
        }
    }

    private void checkClients(
            Set<String> ambient, Exposure exposure, @Nullable GatewayTls tls, GatewayTls.@Nullable Mode mode) {
        if (tls == null || mode != GatewayTls.Mode.ISTIO_MUTUAL) {
            return;
        }
        exposure.clients().stream()
                .filter(client -> client.workload() != null && ambient.contains(client.namespace()))
                .forEach(client -> problems.error(
                        ProblemCode.NEEDS_SIDECAR,
                        model.origins().of(client),
                        client.namespace(),
                        "The gateway asks for an identity of the mesh, which a client on platform '"
                                + target.platform().name()
                                + "' could show only in a tunnel, and gateways take none.",
                        STAY + ", or give the gateway a certificate: `tls: {mode: SIMPLE, ...}`."));
    }

    private void informProbes(Mesh mesh) {
        Network network = target.platform().network();
        String name = "On platform '" + target.platform().name() + "' ";
        choices(mesh).limit(1).forEach(origin -> {
            if (network.cni() == Network.Cni.OVN_KUBERNETES) {
                problems.info(
                        ProblemCode.PROBES_RELY_ON,
                        origin,
                        "ovn-kubernetes",
                        name + "probes reach ambient pods only if OVN-Kubernetes routes by the node:"
                                + " gatewayConfig.routingViaHost: true.",
                        "Check that it is set in the cluster's Network operator configuration.");
            }
            if (network.podCIDRs().stream().anyMatch(cidr -> cidr.contains(":"))) {
                problems.warning(
                        ProblemCode.PROBES_RELY_ON,
                        origin,
                        "IPv6",
                        name
                                + "pods have IPv6 addresses, and it is reported that probes then come from more than the one"
                                + " documented address (istio issue 56484).",
                        "Try the probes of an ambient pod there before you rely on them.");
            }
        });
    }
}
