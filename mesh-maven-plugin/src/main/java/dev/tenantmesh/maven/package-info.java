/**
 * The Maven goals. In come a project's files and the parameters {@code mesh.*}; out go manifests, lines in the build
 * log and, where something is wrong, one build failure. A goal is its parameters, one call of the library and what it
 * says about the result; {@link dev.tenantmesh.maven.AbstractMeshMojo} alone logs and fails.
 */
@NullMarked
package dev.tenantmesh.maven;

import org.jspecify.annotations.NullMarked;
