package dev.tenantmesh.generator.manifest;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose each folder is, and whose are written.
 *
 * @param roots the folders of clusters, such as {@code prod}, or {@code prod/east} of a platform of several
 * @param tenants by the name of a folder below a platform's the tenant it belongs to; all others are the platform's
 * @param unrendered tenants that are known, but not rendered
 * @param only the only tenant that is rendered, if not all are
 * @param platforms the only platforms that are rendered, if not all are
 * @param held folders of tenants' namespaces in clusters that hold only their names, which are nobody's but the platform's
 */
public record FolderOwners(
        Set<String> roots,
        Map<String, String> tenants,
        Set<String> unrendered,
        Optional<String> only,
        Optional<Set<String>> platforms,
        Set<String> held) {

    /** Where every namespace of a tenant is the tenant's, in each cluster. */
    public FolderOwners(
            Set<String> roots,
            Map<String, String> tenants,
            Set<String> unrendered,
            Optional<String> only,
            Optional<Set<String>> platforms) {
        this(roots, tenants, unrendered, only, platforms, Set.of());
    }

    /** No folder is any tenant's, and all are written. */
    public static final FolderOwners NOBODYS =
            new FolderOwners(Set.of(), Map.of(), Set.of(), Optional.empty(), Optional.empty());

    public FolderOwners {
        roots = Set.copyOf(roots);
        tenants = Map.copyOf(tenants);
        unrendered = Set.copyOf(unrendered);
        platforms = platforms.map(Set::copyOf);
        held = Set.copyOf(held);
    }

    /** Whether a run looks at a folder at all: those of platforms that it does not render it leaves as they are. */
    public boolean concern(String folder) {
        int slash = folder.indexOf('/');
        String platform = slash < 0 ? folder : folder.substring(0, slash);
        return platforms.isEmpty() || platforms.get().contains(platform);
    }

    /** The tenant that a folder belongs to, such as {@code istio/web-prod}; a platform's own is of whom it lists alone. */
    public Optional<String> ownerOf(String path) {
        if (isRoot(path)) {
            return only;
        }
        if (held.contains(path)) {
            return Optional.empty();
        }
        String root = roots.stream()
                .filter(one -> path.startsWith(one + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElseGet(() -> path.substring(0, path.indexOf('/')));
        return ownerOfInner(path.substring(root.length() + 1));
    }

    /** Whether it is the folder of a whole cluster. */
    public boolean isRoot(String path) {
        return roots.contains(path) || path.indexOf('/') < 0;
    }

    /** What is below a tenant's folder is the tenant's, too. */
    private Optional<String> ownerOfInner(String folder) {
        int last = folder.lastIndexOf('/');
        String owner = tenants.get(folder);
        return owner != null || last < 0 ? Optional.ofNullable(owner) : ownerOfInner(folder.substring(0, last));
    }

    /** Whether a run may change or remove what belongs to an owner: one for a single tenant only what is that one's. */
    public boolean mayChange(Optional<String> owner) {
        return only.isPresent()
                ? owner.equals(only)
                : owner.filter(unrendered::contains).isEmpty();
    }
}
