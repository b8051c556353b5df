/** Kinds of kustomize.config.k8s.io. */
@NullMarked
package dev.tenantmesh.generator.render.kustomize;

import org.jspecify.annotations.NullMarked;
