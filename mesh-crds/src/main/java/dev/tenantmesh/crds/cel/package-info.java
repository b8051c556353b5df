/** The rules of definitions (x-kubernetes-validations) in the environment that the API server gives them. */
@NullMarked
package dev.tenantmesh.crds.cel;

import org.jspecify.annotations.NullMarked;
