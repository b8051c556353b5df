/**
 * The network layer: NetworkPolicies and the policies of administrators above and below them, read from manifests, and
 * what they let through in one direction.
 */
@NullMarked
package dev.tenantmesh.verifier.policy.network;

import org.jspecify.annotations.NullMarked;
