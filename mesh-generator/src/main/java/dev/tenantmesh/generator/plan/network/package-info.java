/** What the network lets through: NetworkPolicies. */
@NullMarked
package dev.tenantmesh.generator.plan.network;

import org.jspecify.annotations.NullMarked;
