/** Gateways and routes in the words of the Kubernetes Gateway API. */
@NullMarked
package dev.tenantmesh.generator.plan.gatewayapi;

import org.jspecify.annotations.NullMarked;
