/** The pods of generated gateways, and all that makes them run: whoever owns the gateway, whichever way traffic goes through it. */
@NullMarked
package dev.tenantmesh.generator.plan.gateway;

import org.jspecify.annotations.NullMarked;
