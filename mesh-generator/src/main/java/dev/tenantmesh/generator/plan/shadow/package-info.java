/** What is tried before it is enforced. */
@NullMarked
package dev.tenantmesh.generator.plan.shadow;

import org.jspecify.annotations.NullMarked;
