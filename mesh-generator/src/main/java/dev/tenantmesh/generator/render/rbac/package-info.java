/** Kinds of rbac.authorization.k8s.io. */
@NullMarked
package dev.tenantmesh.generator.render.rbac;

import org.jspecify.annotations.NullMarked;
