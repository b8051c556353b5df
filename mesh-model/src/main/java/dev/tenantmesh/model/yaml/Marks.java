package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Origin;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** Places as the YAML parser counts them, from 0. */
final class Marks {

    private Marks() {}

    static Origin origin(String source, @Nullable Mark mark) {
        return mark == null ? Origin.ofFile(source) : new Origin(source, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
