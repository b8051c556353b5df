package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.generator.plan.member.MemberGateway.Form;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.mesh.AllowedTenant;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.SharedGatewayUse;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides which gateways a mesh has, and which hosts are served at each. */
final class GatewayPlanner {

    private final Target target;
    private final Mesh mesh;

    GatewayPlanner(Target target, Mesh mesh) {
        this.target = target;
        this.mesh = mesh;
    }

    /** A tenant's gateways in one of its namespaces, sorted by name. */
    List<MemberGateway> of(Tenant tenant, String namespace) {
        return tenant.gateways().stream()
                .filter(gateway -> gateway.namespace().equals(namespace))
                .map(gateway -> own(tenant, gateway))
                .sorted(Comparator.comparing(MemberGateway::name))
                .toList();
    }

    /** The namespaces of the mesh itself, with the gateways that stand in them. */
    List<MemberNamespace> shared(MeshModel model) {
        Map<String, List<SharedGateway>> byNamespace = mesh.gateways().stream()
                .sorted(Comparator.comparing(SharedGateway::name))
                .collect(Collectors.groupingBy(SharedGateway::namespace, TreeMap::new, Collectors.toList()));
        return byNamespace.entrySet().stream()
                .map(entry -> MemberNamespace.ofMesh(
                        entry.getValue().get(0),
                        Pods.all(entry.getKey(), mesh.trustDomain()),
                        entry.getValue().stream()
                                .map(gateway -> shared(model, gateway))
                                .toList(),
                        "mesh/" + mesh.name() + "/gateways"))
                .toList();
    }

    private MemberGateway own(Tenant tenant, Gateway gateway) {
        String entry = "tenant/" + tenant.name() + "/gateways/" + gateway.name();
        return new MemberGateway(
                gateway,
                gateway.name(),
                Form.of(gateway.isOfGatewayApi(), gateway.isAutomated()),
                gateway.service(),
                false,
                Pods.of(gateway.namespace(), gateway.podLabels(), mesh.trustDomain(), gateway.account()),
                gateway.podPort(),
                gateway.isGenerated()
                        ? Optional.of(GatewaySize.of(gateway.replicas(), gateway.resources()))
                        : Optional.empty(),
                gateway.exposure(),
                target.exposure(gateway.exposure().type()),
                gateway.tls(),
                List.of(new GatewayBinding(
                        tenant.name(), gateway.hosts(), gateway.tls(), gateway.routes(), null, entry)),
                entry);
    }

    private MemberGateway shared(MeshModel model, SharedGateway gateway) {
        return new MemberGateway(
                gateway,
                gateway.name(),
                Form.of(gateway.isOfGatewayApi(), gateway.isAutomated()),
                gateway.service(),
                true,
                Pods.of(gateway.namespace(), gateway.podLabels(), mesh.trustDomain(), gateway.service()),
                gateway.podPort(),
                Optional.of(GatewaySize.of(gateway.replicas(), gateway.resources())),
                gateway.exposure(),
                target.exposure(gateway.exposure().type()),
                gateway.tls(),
                model.tenantsOf(mesh).stream()
                        .flatMap(tenant -> tenant.sharedGateways().stream()
                                .filter(use -> use.gateway().equals(gateway.name()))
                                .map(use -> binding(gateway, tenant, use)))
                        .sorted(Comparator.comparing(GatewayBinding::tenant)
                                .thenComparing(binding -> binding.hosts().get(0)))
                        .toList(),
                "mesh/" + mesh.name() + "/gateways/" + gateway.name());
    }

    private static GatewayBinding binding(SharedGateway gateway, Tenant tenant, SharedGatewayUse use) {
        return new GatewayBinding(
                tenant.name(),
                use.hosts(),
                tls(gateway, tenant.name()),
                use.routes(),
                use.namespace(),
                "tenant/" + tenant.name() + "/sharedGateways/" + gateway.name());
    }

    private static @Nullable GatewayTls tls(SharedGateway gateway, String tenant) {
        return gateway.allowed(tenant).map(AllowedTenant::tls).orElse(gateway.tls());
    }
}
