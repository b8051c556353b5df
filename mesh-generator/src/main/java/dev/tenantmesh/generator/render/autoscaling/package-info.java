/** Kinds of autoscaling. */
@NullMarked
package dev.tenantmesh.generator.render.autoscaling;

import org.jspecify.annotations.NullMarked;
