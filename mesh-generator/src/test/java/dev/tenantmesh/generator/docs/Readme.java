package dev.tenantmesh.generator.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The fenced blocks of a Markdown file. */
record Readme(String text) {

    private static final Path ROOT = Path.of("..");

    static Readme read(String path) throws IOException {
        return new Readme(Files.readString(ROOT.resolve(path)).replace("\r\n", "\n"));
    }

    /** The contents of all blocks of a language; the empty language means blocks without one. */
    List<String> blocks(String language) {
        return Pattern.compile("(?ms)^```([a-z]*)\\n(.*?)^```$")
                .matcher(text)
                .results()
                .filter(match -> match.group(1).equals(language))
                .map(match -> match.group(2))
                .toList();
    }

    /** The text of a section, up to the next heading of its level. */
    Readme section(String heading) {
        return new Readme(Pattern.compile("(?ms)^## " + Pattern.quote(heading) + "\\n(.*?)(?=^## |\\z)")
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No section " + heading)));
    }
}
