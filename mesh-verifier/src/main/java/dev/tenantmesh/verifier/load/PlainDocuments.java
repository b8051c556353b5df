package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads YAML documents that are no manifests, with the place of every key and under the limits of manifests. */
public final class PlainDocuments {

    private PlainDocuments() {}

    /**
     * The documents of a file.
     *
     * @param shown how messages call the file
     */
    public static List<Value> read(Path file, String shown, Problems problems) {
        int most = LoadOptions.DEFAULT.fileBytes();
        try {
            byte[] content = FileContents.ON_DISK.read(file, most + 1);
            if (content.length <= most) {
                return read(shown, content, problems);
            }
            String why = "The file has more than " + most + " bytes.";
            problems.error(ProblemCode.LIMIT_EXCEEDED, Origin.ofFile(shown), "", why, "Split it.");
        } catch (IOException e) {
            String why = "The file cannot be read.";
            problems.error(ProblemCode.UNREADABLE_FILE, Origin.ofFile(shown), "", why, "Name a file to read.");
        }
        return List.of();
    }

    /** The documents of a text. */
    public static List<Value> read(String shown, String text, Problems problems) {
        return read(shown, text.getBytes(StandardCharsets.UTF_8), problems);
    }

    private static List<Value> read(String shown, byte[] content, Problems problems) {
        String text = YamlText.of(shown, content, problems);
        return text == null ? List.of() : YamlDocuments.read(shown, text, LoadOptions.DEFAULT, problems);
    }
}
