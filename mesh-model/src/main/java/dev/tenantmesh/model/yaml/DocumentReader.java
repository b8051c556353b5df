package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Problems;
import java.util.List;

/** Reads the documents of one file. */
public final class DocumentReader {

    private DocumentReader() {}

    public static List<MappingNode> read(String source, byte[] content, Problems problems) {
        return List.of();
    }
}
