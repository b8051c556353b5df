package dev.tenantmesh.model.export;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.yaml.MappingNode;
import dev.tenantmesh.model.yaml.Origins;
import dev.tenantmesh.model.yaml.RecordBinder;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/**
 * What other tenants need to know of a tenant, and no more: the same document without what stays inside. It makes the
 * tenant known, so that edges to it and boundaries around it come out right; it is never rendered.
 *
 * @param tenant the tenant, empty where others need not look
 */
public record Export(Tenant tenant) {

    /** What others need to know of a tenant. */
    public static Export of(Tenant tenant) {
        return new Export(new Projection(tenant.name()).of(tenant));
    }

    /** The export that a document says; empty, with its problems, if it cannot be one. A key that stays inside is none. */
    public static Optional<Export> bind(MappingNode body, Problems problems, Origins origins) {
        RecordBinder binder = new RecordBinder(problems, origins, Export::mayHold);
        Optional<Tenant> tenant = Optional.ofNullable(binder.bind(body, Tenant.class));
        tenant.ifPresent(bound -> refuseInnerConsents(bound, problems, origins));
        return tenant.map(Export::new);
    }

    private static void refuseInnerConsents(Tenant tenant, Problems problems, Origins origins) {
        tenant.namespaces().stream()
                .flatMap(namespace -> namespace.workloads().stream())
                .flatMap(workload -> workload.allowFrom().stream())
                .filter(from -> !Border.isCrossedBy(from, tenant.name()))
                .forEach(from -> problems.error(
                        ProblemCode.INVALID_VALUE,
                        origins.of(from),
                        from.workload(),
                        "A consent inside the tenant does not belong into its Export.",
                        "Remove it; better still, have `mvn mesh:export` write the document."));
    }

    /** Whether the document may hold a key, of the tenant or of a record within. */
    public static boolean mayHold(RecordComponent component) {
        return Border.isCrossedBy(component);
    }

    /**
     * Where it says something else than the tenant's own document, each as the path of a key, such as {@code
     * namespaces/web-prod/workloads/api/services}; none if it is up to date.
     */
    public List<String> differencesFrom(Tenant actual) {
        return Differences.between(tenant, of(actual).tenant());
    }
}
