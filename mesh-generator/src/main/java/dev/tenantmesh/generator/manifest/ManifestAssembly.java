package dev.tenantmesh.generator.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gives each rendered thing a path of its own and a text that is safe, or reports why it cannot. */
final class ManifestAssembly {

    private static final String DO_NOT_EDIT = "Do not edit: change the model and run mvn mesh:generate.";

    private final FolderOwners owners;
    private final Problems problems;

    ManifestAssembly(FolderOwners owners, Problems problems) {
        this.owners = owners;
        this.problems = problems;
    }

    /** The things by their paths, without those that want a path together or stand in a folder that is not written. */
    SortedMap<ManifestPath, Rendered> place(Collection<? extends Rendered> rendered) {
        SortedMap<ManifestPath, Rendered> placed = new TreeMap<>();
        SortedMap<String, List<String>> wanted = new TreeMap<>();
        for (Rendered thing : rendered) {
            ManifestPath.of(thing, problems).filter(this::isWritten).ifPresent(path -> {
                placed.put(path, thing);
                wanted.computeIfAbsent(path.folded(), absent -> new ArrayList<>())
                        .add(thing.entry());
            });
        }
        wanted.forEach(this::refuseCollision);
        return placed;
    }

    private boolean isWritten(ManifestPath path) {
        return owners.mayChange(owners.ownerOf(path.platform() + "/" + path.folder()));
    }

    private void refuseCollision(String path, List<String> entries) {
        if (entries.size() > 1) {
            String all = entries.stream().sorted().collect(Collectors.joining("', '", "'", "'"));
            Origin origin = Origin.ofModel(entries.stream().sorted().findFirst().orElseThrow());
            String why = "Several objects want this file: " + all + ".";
            problems.error(ProblemCode.MANIFEST_COLLISION, origin, path, why, "Give all but one another name.");
        }
    }

    /** The texts of the things by their paths; printed on all cores, since reading back is most of the work. */
    SortedMap<String, ManifestFile> write(SortedMap<ManifestPath, Rendered> placed) {
        SortedMap<String, ManifestFile> files = new TreeMap<>();
        placed.entrySet().parallelStream()
                .map(entry -> Printed.of(entry.getKey().toString(), entry.getValue()))
                .toList()
                .forEach(printed -> {
                    problems.addAll(printed.problems());
                    printed.file().ifPresent(file -> files.put(file.path(), file));
                });
        return files;
    }

    /** One thing as text, or why it cannot be one. */
    private record Printed(Optional<ManifestFile> file, Problems problems) {

        static Printed of(String path, Rendered thing) {
            Problems problems = new Problems();
            try {
                return new Printed(Optional.of(new ManifestFile(path, text(thing, problems))), problems);
            } catch (IllegalStateException differs) {
                problems.error(
                        ProblemCode.NOT_READ_BACK,
                        Origin.ofModel(thing.entry()),
                        path,
                        String.valueOf(differs.getMessage()),
                        "Remove unusual characters from this entry and report this as a bug of Tenant Mesh.");
                return new Printed(Optional.empty(), problems);
            }
        }

        private static String text(Rendered thing, Problems problems) {
            if (thing instanceof RenderedValues values) {
                return ManifestYaml.write(header(values) + values.usage() + "\n", values.values());
            }
            return thing instanceof RenderedPart part
                    ? ManifestYaml.write(header(part), part.content())
                    : text((RenderedObject) thing, problems);
        }

        private static String text(RenderedObject rendered, Problems problems) {
            JsonNode tree = ManifestYaml.tree(rendered.object());
            List<String> openPlaces = rendered.takenFrom() == null ? OpenRules.in(tree, rendered.open()) : List.of();
            for (String place : openPlaces) {
                problems.error(
                        ProblemCode.OPEN_RULE,
                        Origin.ofModel(rendered.entry()),
                        place,
                        "It is empty, which a cluster reads as everybody.",
                        "Name at least one peer; a rule meant for everybody is declared open and states its ports.");
            }
            return ManifestYaml.write(header(rendered), tree);
        }
    }

    private static String header(Rendered rendered) {
        String taken = rendered instanceof RenderedObject object && object.takenFrom() != null
                ? ": taken from " + object.takenFrom()
                : "";
        return "Generated by Tenant Mesh from " + rendered.entry() + taken + ". " + DO_NOT_EDIT + "\n";
    }
}
