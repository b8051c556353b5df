package dev.tenantmesh.model.effective;

import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.platform.Exemption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Walks down the levels of one setting: a value holds for everything below until a lower level tightens it. A looser
 * value is refused unless an exemption covers the place and allows a value at least that loose.
 *
 * @param effective what holds at the lowest level
 * @param decidedBy the name of the level that set it, which is the highest one with this value
 * @param decider that level; null if it is what the platform starts with
 * @param refusals every level that loosens without permission; its value has no effect
 * @param used the exemptions that were needed
 * @param <E> an enum ordered from loose to strict
 */
public record Ladder<E extends Enum<E>>(
        E effective, String decidedBy, @Nullable Level<E> decider, List<Refusal<E>> refusals, List<Exemption> used) {

    /**
     * A level that loosens.
     *
     * @param level the level
     * @param forbiddenBy the name of the level whose value it would loosen
     * @param inherited that value
     */
    public record Refusal<E extends Enum<E>>(Level<E> level, String forbiddenBy, E inherited) {}

    /** The same ladder, at whose foot something else holds for now. */
    Ladder<E> held(E now, String because) {
        return new Ladder<>(now, because, decider, refusals, used);
    }

    static <E extends Enum<E>> Ladder<E> climbDown(
            E floor, String floorName, List<Level<E>> levels, List<Exemption> exemptions) {
        E held = floor;
        Level<E> decider = null;
        List<Refusal<E>> refusals = new ArrayList<>();
        List<Exemption> used = new ArrayList<>();
        for (Level<E> level : levels) {
            E declared = level.declared();
            if (declared == null || (declared == held && decider != null)) {
                continue;
            }
            if (declared.compareTo(held) < 0) {
                Exemption permission = permission(exemptions, level.place(), declared);
                if (permission == null) {
                    refusals.add(new Refusal<>(level, decider == null ? floorName : decider.name(), held));
                    continue;
                }
                used.add(permission);
            }
            held = declared;
            decider = level;
        }
        String decidedBy = decider == null ? floorName : decider.name();
        return new Ladder<>(held, decidedBy, decider, List.copyOf(refusals), List.copyOf(used));
    }

    private static <E extends Enum<E>> @Nullable Exemption permission(
            List<Exemption> exemptions, Exemption.Place place, E declared) {
        return exemptions.stream()
                .filter(exemption -> covers(exemption.at(), place) && allows(exemption, declared))
                .findFirst()
                .orElse(null);
    }

    private static <E extends Enum<E>> boolean allows(Exemption exemption, E declared) {
        return Spelling.parse(declared.getDeclaringClass(), exemption.allow())
                .filter(allowed -> declared.compareTo(allowed) >= 0)
                .isPresent();
    }

    private static boolean covers(Exemption.Place exempted, Exemption.Place place) {
        return matches(exempted.mesh(), place.mesh())
                && matches(exempted.tenant(), place.tenant())
                && matches(exempted.namespace(), place.namespace())
                && matches(exempted.workload(), place.workload())
                && matches(exempted.port(), place.port());
    }

    private static boolean matches(@Nullable Object wanted, @Nullable Object actual) {
        return wanted == null || Objects.equals(wanted, actual);
    }
}
