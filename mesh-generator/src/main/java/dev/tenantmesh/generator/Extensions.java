package dev.tenantmesh.generator;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.spi.Additions;
import dev.tenantmesh.generator.spi.ExtraObject;
import dev.tenantmesh.generator.spi.ExtraPlanner;
import dev.tenantmesh.generator.spi.ExtraRenderer;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The renderers and planners of others, by their names. What they give is held to the same rules as what is made here,
 * each object says whose it is, and what goes wrong in one of them is a problem that names it.
 */
final class Extensions {

    /** There are none. */
    static final Extensions NONE = new Extensions(List.of(), List.of());

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,38}[a-z0-9])?");

    private final List<ExtraPlanner> planners;
    private final List<ExtraRenderer> renderers;

    private Extensions(List<ExtraPlanner> planners, List<ExtraRenderer> renderers) {
        this.planners = planners;
        this.renderers = renderers;
    }

    /** Those that a class loader knows; each that takes part is told. */
    static Extensions of(ClassLoader loader, Problems problems) {
        return of(
                load(ServiceLoader.load(ExtraPlanner.class, loader), ExtraPlanner.class, problems),
                load(ServiceLoader.load(ExtraRenderer.class, loader), ExtraRenderer.class, problems),
                problems);
    }

    /** These, unless their names cannot tell them apart. */
    static Extensions of(List<ExtraPlanner> planners, List<ExtraRenderer> renderers, Problems problems) {
        List<ExtraPlanner> known = named(planners, ExtraPlanner::name, problems);
        return new Extensions(known, named(renderers, ExtraRenderer::name, problems));
    }

    private static <T> List<T> load(ServiceLoader<T> services, Class<T> type, Problems problems) {
        List<T> found = new ArrayList<>();
        try {
            services.forEach(found::add);
        } catch (ServiceConfigurationError | LinkageError e) {
            failed(type.getSimpleName(), e, problems);
        }
        return found;
    }

    private static <T> List<T> named(List<T> extensions, Function<T, String> nameOf, Problems problems) {
        Map<String, T> byName = new HashMap<>();
        List<T> known = new ArrayList<>();
        for (T extension : extensions) {
            String type = extension.getClass().getName();
            String name = guarded(type, () -> nameOf.apply(extension), "", problems);
            T other = byName.putIfAbsent(name, extension);
            if (!NAME.matcher(name).matches() || other != null) {
                String why = other == null
                        ? "The class " + type + " calls itself so."
                        : "The classes " + other.getClass().getName() + " and " + type + " both call themselves so.";
                incomplete(name, why, problems);
            } else {
                known.add(extension);
                problems.info(
                        ProblemCode.EXTENSION_ADDS,
                        Origin.ofModel("extension/" + name),
                        name,
                        "An extension, the class " + type + ", adds to what is generated.",
                        "Nothing to do, if you know it; else look for it among the dependencies.");
            }
        }
        known.sort(Comparator.comparing(nameOf));
        return known;
    }

    /** A plan with what planners of others add to it. */
    MeshPlan extended(MeshModel model, Target target, MeshPlan plan, Problems problems) {
        MeshPlan extended = plan;
        for (ExtraPlanner planner : planners) {
            Additions additions =
                    guarded(planner.name(), () -> checked(planner.plan(model, target, plan)), Additions.NONE, problems);
            boolean complete =
                    headings(additions).stream().allMatch(heading -> isComplete(planner.name(), heading, problems));
            extended = complete ? extended.with(additions.networkPolicies(), additions.authorizations()) : extended;
        }
        return extended;
    }

    private static Additions checked(Additions additions) {
        headings(additions).forEach(Objects::requireNonNull);
        return additions;
    }

    private static List<Heading> headings(Additions additions) {
        List<Heading> headings = new ArrayList<>();
        additions.networkPolicies().forEach(policy -> headings.add(policy.heading()));
        additions.authorizations().forEach(policy -> headings.add(policy.heading()));
        return headings;
    }

    /** What renderers of others print. */
    List<Rendered> print(PlatformPlan plan, Problems problems) {
        List<Rendered> printed = new ArrayList<>();
        for (ExtraRenderer renderer : renderers) {
            List<ExtraObject> objects =
                    guarded(renderer.name(), () -> List.copyOf(renderer.render(plan)), List.of(), problems);
            objects.stream()
                    .filter(extra -> isComplete(renderer.name(), extra.heading(), problems))
                    .map(extra -> new RenderedObject(
                            plan.platform(), complete(extra), extra.heading().entry()))
                    .forEach(printed::add);
        }
        return printed;
    }

    /** With the metadata that every object has; labels and annotations of its own cannot replace any of it. */
    private static HasMetadata complete(ExtraObject extra) {
        HasMetadata object = extra.object();
        ObjectMeta own = Objects.requireNonNullElseGet(object.getMetadata(), ObjectMeta::new);
        Heading heading = extra.heading();
        ObjectMeta ours = Metadata.of(heading, Map.of(), Map.of()).build();
        object.setMetadata(new ObjectMetaBuilder(ours)
                .withNamespace(heading.namespace().isEmpty() ? null : heading.namespace())
                .withLabels(joined(own.getLabels(), ours.getLabels()))
                .withAnnotations(joined(own.getAnnotations(), ours.getAnnotations()))
                .build());
        return object;
    }

    private static Map<String, String> joined(@Nullable Map<String, String> own, Map<String, String> ours) {
        Map<String, String> all = new TreeMap<>(own == null ? Map.of() : own);
        all.putAll(ours);
        return all;
    }

    /** Where it comes from and why it exists; both are said in the object. */
    private static boolean isComplete(String extension, Heading heading, Problems problems) {
        if (!heading.entry().startsWith("extension/" + extension)
                || heading.reason().isBlank()) {
            incomplete(
                    extension,
                    "What it adds as '" + heading.name() + "' has the entry '" + heading.entry() + "' and "
                            + (heading.reason().isBlank() ? "no reason." : "a reason."),
                    problems);
            return false;
        }
        return true;
    }

    private static <T> T guarded(String extension, Supplier<T> call, T otherwise, Problems problems) {
        try {
            return Objects.requireNonNull(call.get(), "it gives nothing at all, not even an empty list");
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            failed(extension, e, problems);
            return otherwise;
        }
    }

    private static void failed(String extension, Throwable thrown, Problems problems) {
        problems.error(
                ProblemCode.EXTENSION_FAILED,
                Origin.ofModel("extension/" + extension),
                extension,
                "It fails: " + thrown + ".",
                "Tell whoever wrote it, or take it off the class path.");
    }

    private static void incomplete(String extension, String why, Problems problems) {
        problems.error(
                ProblemCode.EXTENSION_INCOMPLETE,
                Origin.ofModel("extension/" + extension),
                extension,
                why,
                "Give each extension a name of its own, in lower-case letters, digits and '-', and all that it adds a reason"
                        + " and an entry that begins with extension/<name>.");
    }
}
