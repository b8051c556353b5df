package dev.tenantmesh.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the last run read, left behind and said, in a file below the build directory. Without that file, or after any
 * change on either side, the next run is a full one.
 */
final class LastRun {

    private final @Nullable Path file;
    private final Path output;

    LastRun(@Nullable Path file, Path output) {
        this.file = file;
        this.output = output;
    }

    /** The warnings and information of the last run, if this one would do the same; empty if it may not. */
    Optional<List<String>> saidOn(Optional<String> fingerprint) throws IOException {
        if (file == null || fingerprint.isEmpty() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        boolean same = lines.size() >= 2
                && lines.get(0).equals(fingerprint.get())
                && lines.get(1).equals(Fingerprint.ofTimes(output));
        return same ? Optional.of(List.copyOf(lines.subList(2, lines.size()))) : Optional.empty();
    }

    /** Keeps this run for the next one. */
    void store(Optional<String> fingerprint, List<String> said) throws IOException {
        if (file != null && fingerprint.isPresent()) {
            Files.createDirectories(file.resolveSibling(""));
            Stream<String> head = Stream.of(fingerprint.get(), Fingerprint.ofTimes(output));
            Files.write(file, Stream.concat(head, said.stream()).toList());
        }
    }
}
