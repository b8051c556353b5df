/** What gateways, routers and ingress controllers listen for, and to whom they forward it. */
@NullMarked
package dev.tenantmesh.verifier.reach.forward;

import org.jspecify.annotations.NullMarked;
