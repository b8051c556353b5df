/** Raw manifests: objects that nobody derives, taken in beside what is generated. In goes the content of a file; out come objects whose shape is checked, and the list of kinds that could undo isolation. */
@NullMarked
package dev.tenantmesh.model.raw;

import org.jspecify.annotations.NullMarked;
