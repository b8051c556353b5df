/** What namespaces may use; it decides about no connection. */
@NullMarked
package dev.tenantmesh.verifier.policy.limit;

import org.jspecify.annotations.NullMarked;
