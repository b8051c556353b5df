/** What the proxy in front of a destination makes of a connection: whether it sees it, what it demands, whom it admits. */
@NullMarked
package dev.tenantmesh.verifier.reach.mesh;

import org.jspecify.annotations.NullMarked;
