package dev.tenantmesh.model.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.tenant.Tenant;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BorderTest {

    /** Whoever adds a key decides here, in {@link Border}, whether others must know it, and says why not. */
    @Test
    void every_key_either_crosses_the_border_or_stays_for_a_reason() {
        for (Class<? extends Record> type : exported()) {
            Set<String> keys = names(Arrays.stream(type.getRecordComponents()));
            Set<String> crosses = Border.CROSSES.getOrDefault(type, Set.of());
            Set<String> stays = Border.STAYS.getOrDefault(type, Map.of()).keySet();

            Set<String> decided = new TreeSet<>(crosses);
            decided.addAll(stays);
            assertThat(decided).as(type.getName()).isEqualTo(keys);
            assertThat(crosses).as(type.getName()).noneMatch(stays::contains);
        }
    }

    @Test
    void nothing_else_is_listed() {
        Set<Class<?>> listed = new LinkedHashSet<>(Border.CROSSES.keySet());
        listed.addAll(Border.STAYS.keySet());

        assertThat(listed).containsExactlyInAnyOrderElementsOf(exported());
        assertThat(Border.STAYS.values())
                .allSatisfy(reasons -> assertThat(reasons.values()).allMatch(reason -> !reason.isBlank()));
    }

    /** An Export is read into the same records, so what it leaves out must be something that may be left out. */
    @Test
    void what_stays_may_be_left_out() {
        assertThat(exported().stream().flatMap(type -> Arrays.stream(type.getRecordComponents())))
                .filteredOn(component -> !Border.isCrossedBy(component))
                .allMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        || component.getType() == List.class
                        || component.getType() == Map.class);
    }

    /** The records that an Export may hold. */
    private static Set<Class<? extends Record>> exported() {
        Set<Class<? extends Record>> found = new LinkedHashSet<>(Set.of(Tenant.class));
        Deque<Class<? extends Record>> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            Arrays.stream(open.pop().getRecordComponents())
                    .filter(Border::isCrossedBy)
                    .flatMap(BorderTest::types)
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }

    private static Stream<Class<? extends Record>> types(RecordComponent component) {
        Stream<?> types = component.getGenericType() instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments())
                : Stream.of(component.getType());
        return types.filter(type -> type instanceof Class<?> plain && plain.isRecord())
                .map(type -> ((Class<?>) type).asSubclass(Record.class));
    }

    private static Set<String> names(Stream<RecordComponent> components) {
        return components.map(RecordComponent::getName).collect(Collectors.toCollection(TreeSet::new));
    }
}
