/** What manifests make gateways and routers forward, from whatever kind it was read. */
@NullMarked
package dev.tenantmesh.verifier.policy.route;

import org.jspecify.annotations.NullMarked;
