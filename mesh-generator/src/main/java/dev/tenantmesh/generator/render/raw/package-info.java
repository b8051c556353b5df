/** Objects that are taken in as they are, of any kind. */
@NullMarked
package dev.tenantmesh.generator.render.raw;

import org.jspecify.annotations.NullMarked;
