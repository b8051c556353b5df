/** What rules have in common: their shape, and the hint at what was probably meant. */
@NullMarked
package dev.tenantmesh.model.check.rule;

import org.jspecify.annotations.NullMarked;
