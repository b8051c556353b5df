package dev.tenantmesh.model;

import dev.tenantmesh.model.export.Export;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.yaml.Origins;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins Exports with the tenants' own documents: where both are there, the tenant's own counts.
 *
 * @param tenants the tenants with a document of their own
 */
record Exports(Collection<Tenant> tenants, Origins origins, Problems problems) {

    private static final int MOST_DIFFERENCES = 5;

    /** The tenants that are known by their Exports alone. */
    List<Tenant> foreign(List<Export> exports) {
        Map<String, Export> all = new LinkedHashMap<>();
        for (Export export : exports) {
            Export first = all.putIfAbsent(export.tenant().name(), export);
            if (first != null) {
                reportSecond(first, export);
            }
        }
        return all.values().stream()
                .filter(export ->
                        own(export).map(tenant -> compare(export, tenant)).isEmpty())
                .map(Export::tenant)
                .toList();
    }

    private Optional<Tenant> own(Export export) {
        return tenants.stream()
                .filter(tenant -> tenant.name().equals(export.tenant().name()))
                .findFirst();
    }

    private Tenant compare(Export export, Tenant own) {
        List<String> differences = export.differencesFrom(own);
        if (!differences.isEmpty()) {
            String more = differences.size() > MOST_DIFFERENCES
                    ? " and " + (differences.size() - MOST_DIFFERENCES) + " more"
                    : "";
            problems.warning(
                    ProblemCode.EXPORT_OUTDATED,
                    origins.of(export.tenant(), "name"),
                    own.name(),
                    "The tenant's own document at " + origins.of(own)
                            + ", which counts here, says something else under "
                            + String.join(", ", differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size())))
                            + more + ".",
                    "Export it anew with `mvn mesh:export`: until then other tenants are rendered for the old one.");
        }
        return own;
    }

    private void reportSecond(Export first, Export second) {
        problems.error(
                ProblemCode.DUPLICATE_NAME,
                origins.of(second.tenant(), "name"),
                second.tenant().name(),
                "There is another Export of this name at " + origins.of(first.tenant(), "name") + ".",
                "Keep the one that the tenant's document was exported to last.");
    }
}
