package dev.tenantmesh.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.tenant.Service;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantBuilder;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.TenantNamespaceBuilder;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.tenant.WorkloadBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeshIndexTest {

    private final Workload api = workload("api", new ServicePort("http", 80, 8080));
    private final Workload shop = workload("shop", new ServicePort("http", 80, null));
    private final Tenant web = TenantBuilder.builder()
            .name("web")
            .namespaces(List.of(namespace("web-prod", api, shop), namespace("web-test", api)))
            .build();
    private final Tenant pay = TenantBuilder.builder()
            .name("pay")
            .namespaces(List.of(namespace("pay-prod"), namespace("web-test", shop)))
            .build();
    private final MeshIndex index = new MeshIndex(List.of(web, pay));

    @Test
    void finds_the_owner_of_a_namespace_which_is_the_first_that_claims_it() {
        assertThat(index.member("web-test")).map(MeshIndex.Member::tenant).hasValue(web);
        assertThat(index.member("web", "web-test")).isPresent();
        assertThat(index.member("pay", "web-test")).isEmpty();
        assertThat(index.member("nobody")).isEmpty();
        assertThat(index.namespaces()).containsExactly("web-prod", "web-test", "pay-prod");
    }

    @Test
    void finds_a_service_and_its_port_with_the_workload_behind_it() {
        MeshIndex.Member member = index.member("web-prod").orElseThrow();

        assertThat(member.workload("shop")).hasValue(shop);
        assertThat(member.workload("none")).isEmpty();
        assertThat(member.service("api")).map(MeshIndex.Offer::workload).hasValue(api);
        assertThat(member.service("none")).isEmpty();
        assertThat(member.service("api").flatMap(offer -> offer.port("http")))
                .map(ServicePort::podPort)
                .hasValue(8080);
        assertThat(member.service("api").flatMap(offer -> offer.port("80"))).isEmpty();
    }

    @Test
    void finds_every_workload_that_a_call_could_come_from() {
        assertThat(index.callers(web, "api")).hasSize(2);
        assertThat(index.callers(web, "web-test/api"))
                .extracting(caller -> caller.namespace().name())
                .containsExactly("web-test");
        assertThat(index.callers(web, "pay-prod/api")).isEmpty();
        assertThat(index.callers(pay, "api")).isEmpty();
    }

    private static TenantNamespace namespace(String name, Workload... workloads) {
        return TenantNamespaceBuilder.builder()
                .name(name)
                .workloads(List.of(workloads))
                .build();
    }

    private static Workload workload(String name, ServicePort port) {
        return WorkloadBuilder.builder()
                .name(name)
                .services(List.of(new Service(name, List.of(port), null)))
                .build();
    }
}
