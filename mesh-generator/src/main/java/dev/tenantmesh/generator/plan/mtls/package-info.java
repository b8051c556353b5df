/** What proxies demand of a connection: PeerAuthentications. */
@NullMarked
package dev.tenantmesh.generator.plan.mtls;

import org.jspecify.annotations.NullMarked;
