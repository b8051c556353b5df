package dev.tenantmesh.crds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds that some definitions define.
 *
 * @param versions all of their versions, those that are not served included
 */
public record CrdSchemas(List<CrdVersion> versions) {

    public CrdSchemas {
        versions = List.copyOf(versions);
    }

    /** The version of the kind that the cluster serves. */
    public Optional<CrdVersion> served(KindName name) {
        return served().filter(version -> version.name().equals(name)).findFirst();
    }

    /** Whether a definition defines a kind, in whatever version. */
    public boolean defines(KindName name) {
        return versions.stream().anyMatch(version -> isSameKind(version, name));
    }

    /** The kinds of an API group that are defined, sorted. */
    public List<String> kinds(String group) {
        return versions.stream()
                .map(CrdVersion::name)
                .filter(name -> name.group().equals(group))
                .map(KindName::kind)
                .distinct()
                .sorted()
                .toList();
    }

    /** The versions in which a kind of this group is served. */
    public List<String> servedVersions(KindName name) {
        return served().filter(version -> isSameKind(version, name))
                .map(version -> version.name().apiVersion())
                .toList();
    }

    private Stream<CrdVersion> served() {
        return versions.stream().filter(CrdVersion::served);
    }

    private static boolean isSameKind(CrdVersion version, KindName name) {
        return version.name().kind().equals(name.kind())
                && version.name().group().equals(name.group());
    }
}
