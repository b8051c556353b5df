/** Kinds of the core group. */
@NullMarked
package dev.tenantmesh.generator.render.core;

import org.jspecify.annotations.NullMarked;
