package dev.tenantmesh.model.check.ownership;

import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshIndex.Caller;
import dev.tenantmesh.model.MeshIndex.Member;
import dev.tenantmesh.model.MeshIndex.Offer;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Hint;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.TenantGrant;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.AllowFrom;
import dev.tenantmesh.model.tenant.Call;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.yaml.Origins;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Looks names up, and reports each that refers to nothing with the nearest one that does. */
public record References(MeshModel model, MeshIndex index, Problems problems) {

    Origins origins() {
        return model.origins();
    }

    void mesh(String name, Tenant tenant) {
        found(
                model.mesh(name),
                "mesh",
                name,
                origins().of(tenant, "mesh"),
                model.meshes().stream().map(Mesh::name).toList());
    }

    public boolean tenant(String name, Record from, String key) {
        return found(
                        model.tenant(name),
                        "tenant",
                        name,
                        origins().of(from, key),
                        model.tenants().stream().map(Tenant::name).toList())
                .isPresent();
    }

    /** A grant for a tenant that has no document is no mistake: the tenant may come later. */
    void granteeInfo(TenantGrant grant) {
        if (model.tenant(grant.name()).isEmpty() && model.onlyTenant().isEmpty()) {
            problems.info(
                    ProblemCode.UNKNOWN_REFERENCE,
                    origins().of(grant, "name"),
                    grant.name(),
                    "There is no tenant of this name yet.",
                    Hint.near(
                            grant.name(),
                            model.tenants().stream().map(Tenant::name).toList()));
        }
    }

    Optional<Member> namespace(String tenant, String name, Record from) {
        List<String> known = model.tenant(tenant).stream()
                .flatMap(owner -> owner.namespaces().stream())
                .map(TenantNamespace::name)
                .toList();
        return found(
                index.member(tenant, name),
                "namespace of tenant '" + tenant + "'",
                name,
                origins().of(from, "namespace"),
                known);
    }

    void platforms(List<String> names, Record from) {
        List<String> known = model.platforms().stream().map(Platform::name).toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            found(
                    known.contains(name) ? Optional.of(name) : Optional.empty(),
                    "platform",
                    name,
                    origins().of(from, "platforms", i),
                    known);
        }
    }

    void workload(Member member, String name, Record from) {
        found(
                member.workload(name),
                "workload in namespace '" + member.namespace().name() + "'",
                name,
                origins().of(from, "workload"),
                member.namespace().workloads().stream().map(Workload::name).toList());
    }

    Optional<Offer> service(Member member, String name, Record from) {
        List<String> known = member.namespace().workloads().stream()
                .flatMap(workload -> workload.services().stream())
                .map(service -> service.name())
                .toList();
        return found(
                member.service(name),
                "service in namespace '" + member.namespace().name() + "'",
                name,
                origins().of(from, "service"),
                known);
    }

    void ports(List<ServicePort> offered, List<String> names, Record from) {
        List<String> known = offered.stream().map(ServicePort::name).toList();
        for (int i = 0; i < names.size(); i++) {
            port(known, names.get(i), origins().of(from, "ports", i));
        }
    }

    void port(List<String> known, String name, Origin origin) {
        found(known.contains(name) ? Optional.of(name) : Optional.empty(), "port", name, origin, known);
    }

    void caller(Tenant tenant, Call call) {
        boolean scoped = call.from().contains("/");
        List<Caller> callers = index.callers(tenant, call.from());
        Origin origin = origins().of(call, "from");
        if (callers.size() > 1 && !scoped) {
            problems.error(
                    ProblemCode.AMBIGUOUS_REFERENCE,
                    origin,
                    call.from(),
                    "Several namespaces have a workload of this name.",
                    "Write `" + callers.get(0).namespace().name() + "/" + call.from() + "`, or whichever is meant.");
        } else if (callers.isEmpty()) {
            List<String> known = tenant.namespaces().stream()
                    .flatMap(namespace -> namespace.workloads().stream()
                            .map(workload -> scoped ? namespace.name() + "/" + workload.name() : workload.name()))
                    .distinct()
                    .toList();
            found(Optional.empty(), "workload of tenant '" + tenant.name() + "'", call.from(), origin, known);
        }
    }

    /** A client of another tenant cannot be in the server's own namespace, which is what an absent one means. */
    boolean clientNamespace(AllowFrom from, Tenant server) {
        boolean missing = from.namespace() == null
                && from.tenant() != null
                && !from.tenant().equals(server.name());
        if (missing) {
            problems.error(
                    ProblemCode.MISSING_KEY,
                    origins().of(from),
                    "",
                    "A client of another tenant is not named without its namespace.",
                    "Add `namespace:`.");
        }
        return !missing;
    }

    private <T> Optional<T> found(
            Optional<T> found, String what, String name, Origin origin, Collection<String> known) {
        if (found.isEmpty()) {
            problems.error(
                    ProblemCode.UNKNOWN_REFERENCE,
                    origin,
                    name,
                    "There is no " + what + " of this name.",
                    Hint.near(name, known));
        }
        return found;
    }
}
