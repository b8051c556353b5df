/** Kinds of policy. */
@NullMarked
package dev.tenantmesh.generator.render.policy;

import org.jspecify.annotations.NullMarked;
