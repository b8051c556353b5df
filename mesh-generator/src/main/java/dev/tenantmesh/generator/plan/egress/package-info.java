/** Which peers outside the mesh the proxies know: ServiceEntries. */
@NullMarked
package dev.tenantmesh.generator.plan.egress;

import org.jspecify.annotations.NullMarked;
