/**
 * What will be written, as safe bytes. In come {@link dev.tenantmesh.generator.manifest.Rendered} objects and values;
 * out goes a {@link dev.tenantmesh.generator.manifest.ManifestSet} of files: unique, sorted, each with its path and
 * its YAML text, every text already read back and compared with what was meant. Nothing here touches the disk (that is
 * {@link dev.tenantmesh.generator.manifest.folder}) and nothing here decides about meshes.
 */
@NullMarked
package dev.tenantmesh.generator.manifest;

import org.jspecify.annotations.NullMarked;
