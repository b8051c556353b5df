/** What the platform keeps whatever tenants write: denies, and the policies of the cluster's administrators. */
@NullMarked
package dev.tenantmesh.generator.plan.guardrail;

import org.jspecify.annotations.NullMarked;
