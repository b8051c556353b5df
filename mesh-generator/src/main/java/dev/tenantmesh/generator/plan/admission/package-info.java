/** What is refused of tenants before it is stored: ValidatingAdmissionPolicies. */
@NullMarked
package dev.tenantmesh.generator.plan.admission;

import org.jspecify.annotations.NullMarked;
