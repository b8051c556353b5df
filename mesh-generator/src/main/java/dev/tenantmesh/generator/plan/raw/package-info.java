/** Objects that nobody derives, taken in beside what is generated. */
@NullMarked
package dev.tenantmesh.generator.plan.raw;

import org.jspecify.annotations.NullMarked;
