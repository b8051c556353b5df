/**
 * The policies of meshes, as read from manifests: what proxies demand of a peer, whom they admit, what gateways listen
 * for, and how control planes are set.
 */
@NullMarked
package dev.tenantmesh.verifier.policy.mesh;

import org.jspecify.annotations.NullMarked;
