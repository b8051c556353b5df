/**
 * Who is reached by way of somebody else: gateways, the cluster's router and ingress controllers forward what they are
 * asked for, so that reachability has to be closed over them.
 */
@NullMarked
package dev.tenantmesh.verifier.reach.relay;

import org.jspecify.annotations.NullMarked;
