/**
 * Who exists: namespaces, pods and Services that manifests declare, and the members that could exist beside them. Knows
 * no policy.
 */
@NullMarked
package dev.tenantmesh.verifier.world;

import org.jspecify.annotations.NullMarked;
