/** What a tenant team says: its namespaces, workloads, edges and gateways. */
@NullMarked
package dev.tenantmesh.model.tenant;

import org.jspecify.annotations.NullMarked;
