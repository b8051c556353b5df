/** Who may talk to whom: the allowed flows, from which every policy is derived. */
@NullMarked
package dev.tenantmesh.generator.plan.flow;

import org.jspecify.annotations.NullMarked;
