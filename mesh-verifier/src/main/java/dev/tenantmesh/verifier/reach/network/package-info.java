/** What the network lets through at each end of a connection. */
@NullMarked
package dev.tenantmesh.verifier.reach.network;

import org.jspecify.annotations.NullMarked;
