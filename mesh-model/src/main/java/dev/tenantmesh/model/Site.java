package dev.tenantmesh.model;

import dev.tenantmesh.model.platform.Platform;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One cluster that manifests are made for, and what a model says of it alone.
 *
 * @param model the model without what is in other clusters
 * @param platform the cluster; its name is the folder below the output, such as {@code prod} or {@code prod/east}
 */
public record Site(MeshModel model, Platform platform) {

    /** How people call it. */
    public String name() {
        return platform.name();
    }

    /**
     * The namespaces here that have their Istio objects in another cluster, by the folder of that cluster: a control plane
     * there serves the members here, and reads the objects where it is.
     */
    public SortedMap<String, Set<String>> configuredIn() {
        SortedMap<String, Set<String>> folders = new TreeMap<>();
        model.placement()
                .ifPresent(where -> model.meshes()
                        .forEach(mesh -> where.configuredIn(mesh)
                                .ifPresent(primary -> folders.computeIfAbsent(
                                                where.platform().of(primary).name(), folder -> new TreeSet<>())
                                        .addAll(where.namespacesOf(mesh)))));
        return folders;
    }

    /** Whether this is a cluster of a platform, or the platform itself where it is one cluster. */
    public boolean isOf(Platform whole) {
        return name().equals(whole.name()) || name().startsWith(whole.name() + "/");
    }
}
