/**
 * Reads manifests as text, strictly: files and folders go in, objects with the place of every field come out. What a
 * cluster could read in two ways is reported and never guessed at.
 */
@NullMarked
package dev.tenantmesh.verifier.load;

import org.jspecify.annotations.NullMarked;
