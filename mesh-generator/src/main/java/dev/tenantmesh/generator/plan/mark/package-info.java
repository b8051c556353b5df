/** Which labels and annotations of their own the teams want on what is generated for them. */
@NullMarked
package dev.tenantmesh.generator.plan.mark;

import org.jspecify.annotations.NullMarked;
