/** Kinds of apps. */
@NullMarked
package dev.tenantmesh.generator.render.apps;

import org.jspecify.annotations.NullMarked;
