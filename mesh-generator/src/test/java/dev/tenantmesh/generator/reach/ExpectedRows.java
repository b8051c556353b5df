package dev.tenantmesh.generator.reach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The numbered rows of a document's tables. */
final class ExpectedRows {

    private static final Pattern ROW = Pattern.compile("\\|\\s*(\\d+)\\s*\\|.*");

    private ExpectedRows() {}

    static List<Integer> in(Path document) {
        try {
            return Files.readAllLines(document).stream()
                    .map(ROW::matcher)
                    .filter(matcher -> matcher.matches())
                    .map(matcher -> Integer.valueOf(matcher.group(1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
