package dev.tenantmesh.generator.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The same documents in other files and in another order, which must make no difference. */
final class ModelShuffle {

    private static final List<Long> SEEDS = List.of(1L, 2L);

    private static final String RAW = "(.+/)?manifests/.+";

    private final List<String> documents;
    private final Map<String, String> raw;
    private final Path scratch;

    private ModelShuffle(List<String> documents, Map<String, String> raw, Path scratch) {
        this.documents = documents;
        this.raw = raw;
        this.scratch = scratch;
    }

    /** Folders, each with all the documents. */
    static List<Path> of(Path mesh, Path scratch) throws IOException {
        ModelShuffle shuffle = new ModelShuffle(documents(mesh), raw(mesh), scratch);
        List<Path> folders = new ArrayList<>();
        folders.add(shuffle.split("split-reversed", shuffle.reversed()));
        folders.add(shuffle.joined("joined-reversed", shuffle.reversed()));
        for (Long seed : SEEDS) {
            folders.add(shuffle.joined("shuffled-" + seed, shuffle.shuffled(seed)));
        }
        return folders;
    }

    private static List<String> documents(Path mesh) {
        return TextFolder.read(mesh).entrySet().stream()
                .filter(file -> !file.getKey().matches(RAW))
                .map(Map.Entry::getValue)
                .flatMap(text -> Arrays.stream(text.split("(?m)^---\\R", -1)))
                .flatMap(document -> document.isBlank() ? Stream.empty() : Stream.of(document))
                .toList();
    }

    /** The raw manifests, which every document expects beside itself. */
    private static Map<String, String> raw(Path mesh) {
        Map<String, String> raw = new TreeMap<>();
        TextFolder.read(mesh).forEach((path, text) -> {
            if (path.matches(RAW)) {
                raw.put(path.substring(path.lastIndexOf("manifests/")), text);
            }
        });
        return raw;
    }

    private Path folder(String name) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve(name));
        for (Map.Entry<String, String> file : raw.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    private List<String> reversed() {
        List<String> order = new ArrayList<>(documents);
        Collections.reverse(order);
        return order;
    }

    private List<String> shuffled(long seed) {
        List<String> order = new ArrayList<>(documents);
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private Path split(String name, List<String> order) throws IOException {
        Path folder = folder(name);
        for (int i = 0; i < order.size(); i++) {
            Files.writeString(folder.resolve("file-%03d.yaml".formatted(i)), order.get(i));
        }
        return folder;
    }

    private Path joined(String name, List<String> order) throws IOException {
        Path folder = folder(name);
        Files.writeString(folder.resolve("all.yaml"), String.join("---\n", order));
        return folder;
    }
}
