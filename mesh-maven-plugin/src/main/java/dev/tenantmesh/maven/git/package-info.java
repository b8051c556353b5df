/** Reads files of a commit, and nothing else of a repository. */
@NullMarked
package dev.tenantmesh.maven.git;

import org.jspecify.annotations.NullMarked;
