package dev.tenantmesh.model.check;

import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.tenant.WorkloadMtls;
import dev.tenantmesh.model.tenant.WorkloadMtls.PlaintextClient;
import dev.tenantmesh.model.yaml.Origins;

/** Exceptions from mutual TLS name pod ports that exist, and plaintext clients have a port they can speak to. */
final class PlaintextIsDeclared implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        MeshIndex index = new MeshIndex(model.tenants());
        for (Tenant tenant : model.tenants()) {
            for (TenantNamespace namespace : tenant.namespaces()) {
                for (Workload workload : namespace.workloads()) {
                    WorkloadMtls mtls = workload.mtls();
                    if (mtls != null) {
                        checkPorts(workload, mtls, model.origins(), problems);
                        checkClients(model, tenant, namespace, workload, mtls, problems);
                        mtls.plaintextClients().forEach(client -> checkClient(tenant, client, index, model, problems));
                    }
                }
            }
        }
    }

    private static void checkPorts(Workload workload, WorkloadMtls mtls, Origins origins, Problems problems) {
        for (Integer port : mtls.ports().keySet().stream().sorted().toList()) {
            if (workload.ports().stream().noneMatch(offered -> offered.podPort() == port)) {
                String fix = workload.ports().stream()
                        .filter(offered -> offered.port() == port)
                        .findFirst()
                        .map(offered -> "Write " + offered.podPort() + ": exceptions go by pod port, and " + port
                                + " is the Service's.")
                        .orElseGet(() -> "Write one of the pod ports "
                                + workload.ports().stream()
                                        .map(ServicePort::podPort)
                                        .toList() + ".");
                problems.error(
                        ProblemCode.PORT_NOT_DECLARED,
                        origins.of(mtls, "ports", port.toString()),
                        port.toString(),
                        "No service of workload '" + workload.name() + "' leads to this pod port.",
                        fix);
            }
        }
    }

    private static void checkClients(
            MeshModel model,
            Tenant tenant,
            TenantNamespace namespace,
            Workload workload,
            WorkloadMtls mtls,
            Problems problems) {
        Mesh mesh = model.mesh(tenant.mesh()).orElse(null);
        if (mesh == null || mtls.plaintextClients().isEmpty()) {
            return;
        }
        boolean anyPlaintext = model.platforms().stream()
                .map(platform -> new EffectiveSettings(platform, mesh))
                .anyMatch(settings -> workload.ports().stream()
                        .anyMatch(port -> settings.mtls(tenant, namespace, workload, port.podPort())
                                        .effective()
                                != MtlsMode.STRICT));
        if (!anyPlaintext) {
            problems.error(
                    ProblemCode.PLAINTEXT_CLIENT,
                    model.origins().of(mtls, "plaintextClients"),
                    "",
                    "Every port of workload '" + workload.name() + "' demands mutual TLS.",
                    "Remove the clients, or make the port they use PERMISSIVE under an exemption.");
        }
    }

    private static void checkClient(
            Tenant tenant, PlaintextClient client, MeshIndex index, MeshModel model, Problems problems) {
        boolean foreign = index.member(client.namespace())
                .filter(member -> !member.tenant().name().equals(tenant.name()))
                .isPresent();
        if (foreign) {
            problems.error(
                    ProblemCode.PLAINTEXT_CLIENT,
                    model.origins().of(client, "namespace"),
                    client.namespace(),
                    "The namespace belongs to another tenant of the mesh, whose pods have identities.",
                    "Use `allowFrom`, so that the other side agrees and only that workload is let in.");
        }
    }
}
