/** Prints: one renderer for each kind, in the package of its API group; a renderer decides nothing and never asks which platform it prints for. */
@NullMarked
package dev.tenantmesh.generator.render;

import org.jspecify.annotations.NullMarked;
