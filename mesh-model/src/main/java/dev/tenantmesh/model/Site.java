package dev.tenantmesh.model;

import dev.tenantmesh.model.platform.Platform;

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

    /** Whether this is a cluster of a platform, or the platform itself where it is one cluster. */
    public boolean isOf(Platform whole) {
        return name().equals(whole.name()) || name().startsWith(whole.name() + "/");
    }
}
