package dev.tenantmesh.model;

import dev.tenantmesh.model.ModelFiles.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the documents of a model are, and for whom they are read.
 *
 * @param paths folders and single files
 * @param classPath jars and folders that hold imported documents
 * @param imports places on that class path, each {@code classpath:} and a folder or a file
 * @param tenant the only tenant to render; null: every tenant, and the platform
 */
public record ModelSources(
        List<Path> paths,
        List<Path> classPath,
        List<String> imports,
        @Nullable String tenant) {

    public ModelSources {
        paths = List.copyOf(paths);
        classPath = List.copyOf(classPath);
        imports = List.copyOf(imports);
    }

    /** Every document below some folders, or in single files. */
    public static ModelSources of(Path... paths) {
        return new ModelSources(List.of(paths), List.of(), List.of(), null);
    }

    /**
     * Also the documents at some places of a class path.
     *
     * @param jars jars, and folders such as {@code target/classes}
     * @param locations such as {@code classpath:acme-mesh/} or {@code classpath:acme-mesh/platform.yaml}; a folder is
     *     read from every jar that has it
     */
    public ModelSources importing(List<Path> jars, List<String> locations) {
        return new ModelSources(paths, jars, locations, tenant);
    }

    /** For one tenant: nothing of the platform or of other tenants is rendered; null takes that back. */
    public ModelSources onlyFor(@Nullable String name) {
        return new ModelSources(paths, classPath, imports, name);
    }

    /** Reads every imported document: its name and its bytes; whoever keeps a hash notices that one changed. */
    public void forEachImport(BiConsumer<String, byte[]> reader) throws IOException {
        for (ModelFile file : ClassPathFiles.at(imports, classPath).files()) {
            try (InputStream in = file.content().open()) {
                reader.accept(file.source(), in.readAllBytes());
            }
        }
    }

    /** The files, named as the user would, and what went wrong finding them. */
    ModelFiles.Found found() {
        ModelFiles.Found files = ModelFiles.below(paths);
        return imports.isEmpty() ? files : files.and(ClassPathFiles.at(imports, classPath));
    }
}
