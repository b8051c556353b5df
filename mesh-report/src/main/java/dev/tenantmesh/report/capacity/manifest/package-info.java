/** What manifests say of the cost of meshes: what proxies are told, and what is reserved for them. */
@NullMarked
package dev.tenantmesh.report.capacity.manifest;

import org.jspecify.annotations.NullMarked;
