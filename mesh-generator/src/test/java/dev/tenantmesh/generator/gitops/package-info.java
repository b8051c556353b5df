/** The files that hand the example's manifests to GitOps tools, held against the model and the folders. */
@NullMarked
package dev.tenantmesh.generator.gitops;

import org.jspecify.annotations.NullMarked;
