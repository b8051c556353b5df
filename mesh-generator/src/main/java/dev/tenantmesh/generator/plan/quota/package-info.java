/** What namespaces of tenants may use, sidecars and gateways counted in. */
@NullMarked
package dev.tenantmesh.generator.plan.quota;

import org.jspecify.annotations.NullMarked;
