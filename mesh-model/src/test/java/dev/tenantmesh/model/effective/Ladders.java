package dev.tenantmesh.model.effective;

import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.IsolationBuilder;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.MtlsScope;
import dev.tenantmesh.model.PodSecurity;
import dev.tenantmesh.model.RouterTraffic;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.mesh.ControlPlane;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MeshBuilder;
import dev.tenantmesh.model.mesh.MeshMeshIsolationBuilder;
import dev.tenantmesh.model.mesh.MeshMtls;
import dev.tenantmesh.model.platform.Exemption;
import dev.tenantmesh.model.platform.ExemptionPlaceBuilder;
import dev.tenantmesh.model.platform.Guardrails;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.PlatformBuilder;
import dev.tenantmesh.model.platform.ServiceMesh;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantBuilder;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.TenantNamespaceBuilder;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.tenant.WorkloadBuilder;
import dev.tenantmesh.model.tenant.WorkloadMtlsBuilder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One chain of levels: guardrails, mesh, tenant, namespace, workload, port. A dash stands for a level that says nothing.
 */
final class Ladders {

    static final int PORT = 8080;

    private static final LocalDate SOME_DAY = LocalDate.of(2027, 3, 31);

    private final List<String> declared;
    private final List<Exemption> exemptions;

    /**
     * @param declared the values from the guardrails down, apart by spaces
     * @param exemptions such as {@code namespace=PERMISSIVE}: the place up to a level, and what is allowed there
     */
    Ladders(Exemption.Setting setting, String declared, String exemptions) {
        this.declared = Arrays.asList(declared.trim().split(" +"));
        this.exemptions = Stream.of(exemptions.trim().split(" +"))
                .filter(text -> text.contains("="))
                .map(text -> exemption(setting, text))
                .toList();
    }

    Ladder<MtlsMode> mtls() {
        MtlsMode port = value(MtlsMode.class, 5);
        Workload workload = workload()
                .mtls(WorkloadMtlsBuilder.builder()
                        .mode(value(MtlsMode.class, 4))
                        .ports(port == null ? Map.of() : Map.of(PORT, port))
                        .build())
                .build();
        TenantNamespace namespace =
                namespace().mtls(new MtlsScope(value(MtlsMode.class, 3))).build();
        Tenant tenant = tenant().mtls(new MtlsScope(value(MtlsMode.class, 2))).build();
        Mesh mesh = mesh().mtls(new MeshMtls(value(MtlsMode.class, 1), null)).build();
        Guardrails guardrails = new Guardrails(value(MtlsMode.class, 0), null, null);
        return new EffectiveSettings(platform(guardrails), mesh).mtls(tenant, namespace, workload, PORT);
    }

    Ladder<RouterTraffic> router() {
        Mesh mesh = mesh().isolation(MeshMeshIsolationBuilder.builder()
                        .router(value(RouterTraffic.class, 1))
                        .build())
                .build();
        Guardrails guardrails = new Guardrails(null, value(RouterTraffic.class, 0), null);
        return new EffectiveSettings(platform(guardrails), mesh)
                .router(
                        tenant().isolation(router(2)).build(),
                        namespace().isolation(router(3)).build(),
                        workload().isolation(router(4)).build());
    }

    Ladder<Boundary> boundary() {
        Mesh mesh = mesh().isolation(MeshMeshIsolationBuilder.builder()
                        .boundary(value(Boundary.class, 1))
                        .build())
                .build();
        return new EffectiveSettings(platform(Guardrails.STRICTEST), mesh)
                .boundary(
                        tenant().isolation(boundary(2)).build(),
                        namespace().isolation(boundary(3)).build(),
                        workload().isolation(boundary(4)).build());
    }

    Ladder<PodSecurity> podSecurity() {
        Guardrails guardrails = new Guardrails(null, null, value(PodSecurity.class, 0));
        TenantNamespace namespace =
                namespace().podSecurity(value(PodSecurity.class, 3)).build();
        return new EffectiveSettings(platform(guardrails), mesh().build()).podSecurity(tenant().build(), namespace);
    }

    private dev.tenantmesh.model.Isolation router(int level) {
        return IsolationBuilder.builder()
                .router(value(RouterTraffic.class, level))
                .build();
    }

    private dev.tenantmesh.model.Isolation boundary(int level) {
        return IsolationBuilder.builder().boundary(value(Boundary.class, level)).build();
    }

    private <E extends Enum<E>> @Nullable E value(Class<E> type, int level) {
        return declared.get(level).equals("-")
                ? null
                : Spelling.parse(type, declared.get(level)).orElseThrow();
    }

    private Platform platform(Guardrails guardrails) {
        return PlatformBuilder.builder()
                .name("dev")
                .mesh(new ServiceMesh(ServiceMesh.Type.ISTIO, "1.30", null, List.of()))
                .guardrails(guardrails)
                .build();
    }

    private MeshBuilder mesh() {
        ControlPlane controlPlane = new ControlPlane("retail", "retail-mesh", null, null);
        return MeshBuilder.builder().name("retail").controlPlane(controlPlane).exemptions(exemptions);
    }

    private static TenantBuilder tenant() {
        return TenantBuilder.builder().name("web");
    }

    private static TenantNamespaceBuilder namespace() {
        return TenantNamespaceBuilder.builder().name("web-prod");
    }

    private static WorkloadBuilder workload() {
        return WorkloadBuilder.builder().name("api");
    }

    private static Exemption exemption(Exemption.Setting setting, String text) {
        String[] parts = text.split("=", -1);
        ExemptionPlaceBuilder place = ExemptionPlaceBuilder.builder();
        switch (parts[0]) {
            case "mesh" -> place.mesh("retail");
            case "other-mesh" -> place.mesh("bank");
            case "tenant" -> place.tenant("web");
            case "other-tenant" -> place.tenant("pay");
            case "namespace" -> place.namespace("web-prod");
            case "other-namespace" -> place.tenant("web").namespace("web-test");
            case "workload" -> place.namespace("web-prod").workload("api");
            case "port" -> place.namespace("web-prod").workload("api").port(PORT);
            case "other-port" -> place.namespace("web-prod").workload("api").port(PORT + 1);
            default -> throw new IllegalArgumentException(text);
        }
        return new Exemption(setting, place.build(), parts[1], "security", "a test", SOME_DAY);
    }
}
