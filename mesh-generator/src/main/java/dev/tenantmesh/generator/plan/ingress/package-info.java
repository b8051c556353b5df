/** How traffic from outside enters: Gateways, their routes and their exposure. */
@NullMarked
package dev.tenantmesh.generator.plan.ingress;

import org.jspecify.annotations.NullMarked;
