/**
 * The mesh layer: which pods have a proxy, what the proxies demand of a peer and whom they admit, read from manifests.
 */
@NullMarked
package dev.tenantmesh.verifier.policy.mesh;

import org.jspecify.annotations.NullMarked;
