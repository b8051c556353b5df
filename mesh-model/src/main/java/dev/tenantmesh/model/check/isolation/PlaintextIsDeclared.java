package dev.tenantmesh.model.check.isolation;

import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.tenant.WorkloadMtls;
import dev.tenantmesh.model.tenant.WorkloadMtls.PlaintextClient;
import java.util.List;

/** Exceptions from mutual TLS name pod ports that exist, and plaintext clients have a port they can speak to. */
public final class PlaintextIsDeclared implements Rule {

    /** A workload that says something of mutual TLS. */
    private record Speaker(Tenant tenant, TenantNamespace namespace, Workload workload, WorkloadMtls mtls) {}

    @Override
    public void check(MeshModel model, Problems problems) {
        MeshIndex index = new MeshIndex(model.tenants());
        for (Tenant tenant : model.tenants()) {
            for (TenantNamespace namespace : tenant.namespaces()) {
                for (Workload workload : namespace.workloads()) {
                    if (workload.mtls() != null) {
                        Speaker speaker = new Speaker(tenant, namespace, workload, workload.mtls());
                        checkPorts(speaker, model, problems);
                        checkClients(speaker, model, problems);
                        speaker.mtls()
                                .plaintextClients()
                                .forEach(client -> checkClient(tenant, client, index, model, problems));
                    }
                }
            }
        }
    }

    private static void checkPorts(Speaker speaker, MeshModel model, Problems problems) {
        List<Integer> podPorts =
                speaker.workload().ports().stream().map(ServicePort::podPort).toList();
        for (Integer port : speaker.mtls().ports().keySet().stream().sorted().toList()) {
            if (!podPorts.contains(port)) {
                problems.error(
                        ProblemCode.PORT_NOT_DECLARED,
                        model.origins().of(speaker.mtls(), "ports", port.toString()),
                        port.toString(),
                        "No service of workload '" + speaker.workload().name() + "' leads to this pod port.",
                        fix(port, speaker.workload()));
            }
        }
    }

    private static String fix(int port, Workload workload) {
        List<String> podPorts = workload.ports().stream()
                .map(offered -> String.valueOf(offered.podPort()))
                .distinct()
                .toList();
        String others = podPorts.isEmpty()
                ? "Declare the port under `services` first."
                : "Write one of its pod ports: " + String.join(", ", podPorts) + ".";
        return workload.ports().stream()
                .filter(offered -> offered.port() == port)
                .findFirst()
                .map(offered -> "Write " + offered.podPort() + ": exceptions go by pod port, and " + port
                        + " is the Service's.")
                .orElse(others);
    }

    private static void checkClients(Speaker speaker, MeshModel model, Problems problems) {
        boolean demanded = model.mesh(speaker.tenant().mesh()).stream()
                .flatMap(mesh -> model.platforms().stream().map(platform -> new EffectiveSettings(platform, mesh)))
                .allMatch(settings -> demandsMutualTls(speaker, settings));
        if (!speaker.mtls().plaintextClients().isEmpty() && demanded) {
            problems.error(
                    ProblemCode.PLAINTEXT_CLIENT,
                    model.origins().of(speaker.mtls(), "plaintextClients"),
                    "",
                    speaker.workload().ports().isEmpty()
                            ? "Workload '" + speaker.workload().name() + "' declares no port."
                            : "Every port of workload '" + speaker.workload().name() + "' demands mutual TLS.",
                    "Remove the clients, or declare the port they use and make it PERMISSIVE under an exemption.");
        }
    }

    private static boolean demandsMutualTls(Speaker speaker, EffectiveSettings settings) {
        return speaker.workload().ports().stream()
                .map(port -> settings.mtls(speaker.tenant(), speaker.namespace(), speaker.workload(), port.podPort()))
                .allMatch(mode -> mode.effective() == MtlsMode.STRICT);
    }

    private static void checkClient(
            Tenant tenant, PlaintextClient client, MeshIndex index, MeshModel model, Problems problems) {
        index.member(client.namespace())
                .map(member -> member.tenant().name())
                .filter(owner -> !owner.equals(tenant.name()))
                .ifPresent(owner -> problems.error(
                        ProblemCode.PLAINTEXT_CLIENT,
                        model.origins().of(client, "namespace"),
                        client.namespace(),
                        "The namespace belongs to tenant '" + owner + "', whose pods have identities.",
                        "Use `allowFrom`, so that the other side agrees and only that workload is let in."));
    }
}
