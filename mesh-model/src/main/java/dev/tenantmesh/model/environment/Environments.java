package dev.tenantmesh.model.environment;

import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.MappingNode;
import dev.tenantmesh.model.yaml.Nearest;
import dev.tenantmesh.model.yaml.RecordBinder;
import dev.tenantmesh.model.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Platform documents of a model. One that extends another is that other one with its own words put over it: the base
 * of all first, then each that extends it, the document itself last. Whatever its place, the base must stand in the same
 * model.
 */
public final class Environments {

    private static final Set<String> HEADER = Set.of("extends", "abstract");

    /** A document, and what it says of others. */
    private record Environment(@Nullable String name, Inheritance says, MappingNode body) {
        boolean isAbstract() {
            return Boolean.TRUE.equals(says.isAbstract());
        }
    }

    private final RecordBinder binder;
    private final Problems problems;
    private final List<Environment> all = new ArrayList<>();

    public Environments(RecordBinder binder, Problems problems) {
        this.binder = binder;
        this.problems = problems;
    }

    /** Takes a Platform document, without its kind. */
    public void add(MappingNode document) {
        Inheritance says = binder.bind(document.only(HEADER), Inheritance.class);
        String name = document.get("name") instanceof ScalarNode scalar ? scalar.text() : null;
        all.add(new Environment(name, Objects.requireNonNullElse(says, Inheritance.NONE), document));
    }

    /** The platforms that are rendered, each whole. */
    public List<Platform> platforms() {
        List<Platform> platforms = new ArrayList<>();
        for (Environment environment : all) {
            if (environment.isAbstract()) {
                checkAbstract(environment);
            } else {
                Platform platform = binder.bind(whole(environment, new LinkedHashSet<>()), Platform.class);
                if (platform != null) {
                    platforms.add(platform);
                }
            }
        }
        return platforms;
    }

    /** What is wrong in it is told also while nobody extends it. */
    private void checkAbstract(Environment environment) {
        binder.bind(whole(environment, new LinkedHashSet<>()).partial(), Platform.class);
        boolean extended = all.stream()
                .anyMatch(other ->
                        environment.name() != null && environment.name().equals(other.says.base()));
        if (!extended) {
            problems.warning(
                    ProblemCode.BASE_UNUSED,
                    environment.body().keyOrigin("abstract"),
                    String.valueOf(environment.name()),
                    "This Platform is abstract, and no other extends it: nothing comes of it.",
                    "Write `extends: " + environment.name() + "` in a Platform, or remove the document.");
        }
    }

    /** A document over all that it extends; partial if that cannot be found, so that nothing seems to be missing. */
    private MappingNode whole(Environment environment, Set<Environment> below) {
        MappingNode own = environment.body().without(HEADER);
        String wanted = environment.says().base();
        if (wanted == null) {
            return environment.body().get("extends") == null ? own : own.partial();
        }
        below.add(environment);
        List<Environment> bases =
                all.stream().filter(other -> wanted.equals(other.name())).toList();
        if (bases.size() != 1 || below.contains(bases.get(0))) {
            reportBase(environment, wanted, bases);
            return own.partial();
        }
        MappingNode base = whole(bases.get(0), below).without(Set.of("name"));
        return new NodeMerge(problems).merge(base, own);
    }

    private void reportBase(Environment environment, String wanted, List<Environment> bases) {
        Set<String> names = new HashSet<>();
        all.stream().map(Environment::name).filter(Objects::nonNull).forEach(names::add);
        String why = bases.isEmpty()
                ? "There is no Platform of this name to extend."
                : bases.size() > 1
                        ? "There are several Platforms of this name: at "
                                + bases.get(0).body().origin() + " and at "
                                + bases.get(1).body().origin() + "."
                        : "This Platform extends itself, directly or through others.";
        List<String> known = names.stream().sorted().toList();
        problems.error(
                ProblemCode.BASE_UNKNOWN,
                Objects.requireNonNull(environment.body().get("extends")).origin(),
                wanted,
                why,
                bases.isEmpty()
                        ? Nearest.question(wanted, known) + "Platforms are: " + String.join(", ", known) + "."
                        : "Extend one other Platform that does not lead back here.");
    }
}
