/** Names that a cluster holds for namespaces which are elsewhere. */
@NullMarked
package dev.tenantmesh.generator.plan.reserved;

import org.jspecify.annotations.NullMarked;
