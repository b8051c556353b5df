/** Which identities proxies admit: AuthorizationPolicies. */
@NullMarked
package dev.tenantmesh.generator.plan.authorization;

import org.jspecify.annotations.NullMarked;
