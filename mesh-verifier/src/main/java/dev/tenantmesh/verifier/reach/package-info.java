/**
 * Who can reach whom: asks layer after layer, the network at both ends, then the proxy in front of the destination, and
 * answers with a verdict that names what decided in each.
 */
@NullMarked
package dev.tenantmesh.verifier.reach;

import org.jspecify.annotations.NullMarked;
