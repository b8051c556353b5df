/** What a mesh costs: sidecars, what they reserve and what they use, from a model and from manifests. */
@NullMarked
package dev.tenantmesh.report.capacity;

import org.jspecify.annotations.NullMarked;
