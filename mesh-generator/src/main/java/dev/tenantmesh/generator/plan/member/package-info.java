/** Who is in the mesh: namespaces, workloads and gateways with their effective settings. */
@NullMarked
package dev.tenantmesh.generator.plan.member;

import org.jspecify.annotations.NullMarked;
