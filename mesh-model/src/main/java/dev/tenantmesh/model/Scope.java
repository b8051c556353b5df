package dev.tenantmesh.model;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.yaml.Nearest;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose manifests a run makes.
 *
 * @param only the only tenant; null: every tenant, and the platform
 * @param exported the tenants that are known by their Exports alone, which are never rendered
 */
record Scope(@Nullable String only, Set<String> exported) {

    /** Everybody. */
    static final Scope ALL = new Scope(null, Set.of());

    /**
     * What is wrong with another tenant's document and could show in the manifests of this one: values that these may
     * repeat, names that could mean two things, and namespaces that are not the other's to speak for.
     */
    private static final Set<ProblemCode> ABOUT_ALL =
            EnumSet.range(ProblemCode.INVALID_NAME, ProblemCode.NAMESPACE_PROTECTED);

    /**
     * What the platform's own gateways would do for a tenant that is known by its Export: whoever renders them answers
     * for it.
     */
    private static final Set<ProblemCode> ABOUT_GATEWAYS = EnumSet.of(
            ProblemCode.HOST_TAKEN,
            ProblemCode.HOST_NOT_GRANTED,
            ProblemCode.NOT_ALLOWED_HERE,
            ProblemCode.EXTERNAL_NOT_GRANTED,
            ProblemCode.EXTERNAL_OVERLAPS_CLUSTER,
            ProblemCode.WIDE_EXTERNAL,
            ProblemCode.INVALID_EXTERNAL,
            ProblemCode.EGRESS_GATEWAY_NOT_USABLE);

    boolean renders(String tenant) {
        return !exported.contains(tenant) && (only == null || only.equals(tenant));
    }

    boolean concernsOthers(ProblemCode code) {
        return ABOUT_ALL.contains(code) || (only == null && ABOUT_GATEWAYS.contains(code));
    }

    /** Reports a tenant that is asked for and cannot be rendered. */
    void check(Collection<Tenant> tenants, Problems problems) {
        if (only == null) {
            return;
        }
        Origin origin = Origin.ofModel("mesh.tenant");
        List<String> known = tenants.stream()
                .map(Tenant::name)
                .filter(name -> !exported.contains(name))
                .distinct()
                .sorted()
                .toList();
        if (exported.contains(only)) {
            String why = "Only its Export is here, which says too little to render it.";
            problems.error(ProblemCode.UNKNOWN_TENANT, origin, only, why, "Add its Tenant document to the model.");
        } else if (!known.contains(only)) {
            String choices = known.isEmpty()
                    ? "Add its Tenant document to the model."
                    : Nearest.question(only, known) + "Known are: " + String.join(", ", known) + ".";
            String why = "There is no Tenant document of this name.";
            problems.error(ProblemCode.UNKNOWN_TENANT, origin, only, why, choices);
        }
    }
}
