/** What the mesh needs on the manifests that tenants own themselves: kustomize components. */
@NullMarked
package dev.tenantmesh.generator.plan.component;

import org.jspecify.annotations.NullMarked;
