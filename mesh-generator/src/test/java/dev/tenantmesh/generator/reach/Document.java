package dev.tenantmesh.generator.reach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One YAML document of a folder.
 *
 * @param file below the folder, for messages
 * @param tree as parsed
 */
record Document(String file, Map<?, ?> tree) {

    /** Every document below a folder that is applied, sorted by file: no kustomizations, and nothing of components. */
    static List<Document> below(Path folder) {
        return below(folder, file -> !file.startsWith("_components"));
    }

    /** The documents of kustomize components below a folder: a tenant's kustomization merges them into its own. */
    static List<Document> ofComponents(Path folder) {
        return below(folder, file -> file.startsWith("_components"));
    }

    private static List<Document> below(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .filter(file -> wanted.test(folder.relativize(file)))
                    .sorted()
                    .flatMap(file -> read(folder, file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Document> parse(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        List<Document> documents = new ArrayList<>();
        for (Object tree : new Yaml(new SafeConstructor(options)).loadAll(text)) {
            if (!(tree instanceof Map<?, ?> map)) {
                throw new NotUnderstood(file + ": not a mapping");
            }
            documents.add(new Document(file, map));
        }
        return documents;
    }

    private static List<Document> read(Path folder, Path file) {
        try {
            String name = folder.relativize(file).toString().replace('\\', '/');
            return parse(name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, with no key of this name anywhere. */
    Document without(String key) {
        return new Document(file, (Map<?, ?>) without(tree, key));
    }

    private static Object without(Object node, String key) {
        if (node instanceof Map<?, ?> map) {
            Map<Object, Object> rest = new LinkedHashMap<>();
            map.forEach((name, value) -> rest.put(name, without(value, key)));
            rest.remove(key);
            return rest;
        }
        return node;
    }

    /** The kind of an API object; the values of a chart have none. */
    Optional<String> kind() {
        return fields().optionalText("kind");
    }

    boolean is(String kind) {
        return kind().filter(kind::equals).isPresent();
    }

    String name() {
        return fields().fields("metadata").text("name");
    }

    String namespace() {
        return fields().fields("metadata").text("namespace");
    }

    Fields fields() {
        return Fields.of(file, tree);
    }

    /** The specification; one that is absent is empty. */
    Fields spec() {
        return fields().path("spec");
    }

    @Override
    public String toString() {
        return file;
    }
}
