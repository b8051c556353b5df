package dev.tenantmesh.model;

import dev.tenantmesh.model.tenant.Service;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a name in a mesh document refers to. Where a name stands twice, the first one counts. */
public final class MeshIndex {

    /** A namespace with the tenant that owns it. */
    public record Member(Tenant tenant, TenantNamespace namespace) {

        /** The workload of a name. */
        public Optional<Workload> workload(String name) {
            return namespace.workloads().stream()
                    .filter(workload -> workload.name().equals(name))
                    .findFirst();
        }

        /** The Service of a name with the workload behind it. */
        public Optional<Offer> service(String name) {
            return namespace.workloads().stream()
                    .flatMap(workload -> workload.services().stream().map(service -> new Offer(workload, service)))
                    .filter(offer -> offer.service().name().equals(name))
                    .findFirst();
        }
    }

    /** A Service with the workload behind it. */
    public record Offer(Workload workload, Service service) {

        /** The port of a name. */
        public Optional<ServicePort> port(String name) {
            return service.ports().stream()
                    .filter(port -> port.name().equals(name))
                    .findFirst();
        }
    }

    private final Map<String, Member> members = new LinkedHashMap<>();

    public MeshIndex(Collection<Tenant> tenants) {
        for (Tenant tenant : tenants) {
            for (TenantNamespace namespace : tenant.namespaces()) {
                members.putIfAbsent(namespace.name(), new Member(tenant, namespace));
            }
        }
    }

    /** Who owns a namespace. */
    public Optional<Member> member(String namespace) {
        return Optional.ofNullable(members.get(namespace));
    }

    /** A namespace, if it belongs to the tenant. */
    public Optional<Member> member(String tenant, String namespace) {
        return member(namespace).filter(member -> member.tenant().name().equals(tenant));
    }

    /**
     * The workloads a call may come from: {@code workload} in any namespace of the tenant, or
     * {@code namespace/workload}.
     */
    public List<Caller> callers(Tenant tenant, String from) {
        int slash = from.indexOf('/');
        String name = from.substring(slash + 1);
        return tenant.namespaces().stream()
                .filter(namespace -> slash < 0 || namespace.name().equals(from.substring(0, slash)))
                .flatMap(namespace -> new Member(tenant, namespace)
                        .workload(name).stream().map(workload -> new Caller(namespace, workload)))
                .toList();
    }

    /** A calling workload with its namespace. */
    public record Caller(TenantNamespace namespace, Workload workload) {}

    /** Every namespace that a tenant owns. */
    public Set<String> namespaces() {
        return members.keySet();
    }
}
