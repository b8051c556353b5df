/**
 * The policies of the network, as read from manifests: NetworkPolicies, and those of administrators above and below
 * them.
 */
@NullMarked
package dev.tenantmesh.verifier.policy.network;

import org.jspecify.annotations.NullMarked;
