package dev.tenantmesh.generator.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds that the CustomResourceDefinitions of some folders define. */
final class CrdSchemas {

    private final List<CrdVersion> versions;

    private CrdSchemas(List<CrdVersion> versions) {
        this.versions = versions;
    }

    /** Takes the definitions of these sub-folders, for example {@code istio-1.30}. */
    static CrdSchemas ofFolders(Path crds, String... folders) {
        return new CrdSchemas(Stream.of(folders)
                .map(crds::resolve)
                .map(CrdFolder::read)
                .flatMap(List::stream)
                .toList());
    }

    /** The version of the kind that the cluster serves. */
    Optional<CrdVersion> served(KindName name) {
        return versions().filter(version -> version.name().equals(name)).findFirst();
    }

    /** Whether the folders define kinds of this group, so that there can be no others. */
    boolean knowsGroup(String group) {
        return versions.stream().anyMatch(version -> version.name().group().equals(group));
    }

    /** The versions in which a kind of this group is served. */
    List<String> servedVersions(KindName name) {
        return versions()
                .map(CrdVersion::name)
                .filter(other ->
                        other.kind().equals(name.kind()) && other.group().equals(name.group()))
                .map(KindName::apiVersion)
                .toList();
    }

    /** The rules of all served versions that cannot be compiled. */
    List<String> notCompiled() {
        return versions()
                .map(CrdVersion::notCompiled)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }

    /** The JSON Schema of a served version, unknown fields refused. */
    Optional<JsonNode> jsonSchema(KindName name) {
        return served(name).map(CrdVersion::jsonSchema);
    }

    private Stream<CrdVersion> versions() {
        return versions.stream().filter(CrdVersion::served);
    }
}
