/**
 * Puts a {@link dev.tenantmesh.generator.manifest.ManifestSet} into a user's folder without harming it. In come the
 * set, the output folder and what stands in it; out goes a changed folder and a
 * {@link dev.tenantmesh.generator.manifest.folder.WriteReport}, or only a
 * {@link dev.tenantmesh.generator.manifest.folder.Drift}. An index in each folder says which files are ours; a file
 * that is not in it, or was edited since, is never replaced nor deleted.
 */
@NullMarked
package dev.tenantmesh.generator.manifest.folder;

import org.jspecify.annotations.NullMarked;
