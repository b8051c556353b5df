/** How fast a model becomes manifests, as ratios against a baseline of the same run. */
@NullMarked
package dev.tenantmesh.benchmarks;

import org.jspecify.annotations.NullMarked;
