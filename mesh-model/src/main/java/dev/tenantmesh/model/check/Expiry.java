package dev.tenantmesh.model.check;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Exemption;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every exemption still holds on a given day, migrations and shadows included. Not one of {@link Rules}, since those know only the
 * model: the day comes from whoever runs the check, never from the clock.
 */
public final class Expiry {

    /**
     * Something that holds until a day.
     *
     * @param record where the day stands
     * @param what what it is
     * @param owner who answers for it
     * @param expires its last day
     */
    private record Temporary(Record record, String what, String owner, LocalDate expires) {

        static Temporary of(Exemption exemption) {
            return new Temporary(
                    exemption,
                    "exemption from '" + Spelling.of(exemption.rule()) + "'",
                    exemption.owner(),
                    exemption.expires());
        }

        static Stream<Temporary> of(Mesh mesh) {
            Stream<Temporary> migrations = mesh.migration().stream()
                    .map(migration -> new Temporary(
                            migration,
                            "migration of mesh '" + mesh.name() + "' to mutual TLS",
                            migration.owner(),
                            migration.expires()));
            Stream<Temporary> shadows = Stream.ofNullable(mesh.shadow())
                    .map(shadow -> new Temporary(
                            shadow, "shadow of mesh '" + mesh.name() + "'", shadow.owner(), shadow.expires()));
            return Stream.concat(migrations, shadows);
        }
    }

    private Expiry() {}

    /**
     * Reports each exemption whose last day is before the given one; without a day, warns once if there are any.
     *
     * @param asOf the day on which the exemptions must hold; null: not known
     */
    public static void check(MeshModel model, @Nullable LocalDate asOf, Problems problems) {
        List<Temporary> exemptions = Stream.of(
                        model.platforms().stream()
                                .flatMap(platform -> platform.exemptions().stream())
                                .map(Temporary::of),
                        model.meshes().stream()
                                .flatMap(mesh -> mesh.exemptions().stream())
                                .map(Temporary::of),
                        model.meshes().stream().flatMap(Temporary::of))
                .flatMap(all -> all)
                .toList();
        if (asOf == null) {
            warn(model, exemptions, problems);
            return;
        }
        exemptions.stream()
                .filter(exemption -> exemption.expires().isBefore(asOf))
                .forEach(exemption -> problems.error(
                        ProblemCode.EXEMPTION_EXPIRED,
                        model.origins().of(exemption.record(), "expires"),
                        exemption.expires().toString(),
                        "This was the last day of the " + exemption.what() + ", and it must still hold on " + asOf
                                + ".",
                        "Remove it and what it allowed, or agree on a new day with its owner, " + exemption.owner()
                                + "."));
    }

    private static void warn(MeshModel model, List<Temporary> exemptions, Problems problems) {
        exemptions.stream()
                .map(exemption -> model.origins().of(exemption.record(), "expires"))
                .min(Comparator.<Origin>naturalOrder())
                .ifPresent(first -> problems.warning(
                        ProblemCode.EXPIRY_NOT_CHECKED,
                        first,
                        "",
                        "It is not known whether "
                                + (exemptions.size() == 1
                                        ? "the exemption still holds."
                                        : "all " + exemptions.size() + " exemptions still hold."),
                        "Give the day on which they must: asOf, in Maven -Dmesh.asOf=<yyyy-mm-dd>."));
    }
}
