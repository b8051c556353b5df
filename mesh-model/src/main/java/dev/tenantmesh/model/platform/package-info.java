/** What a platform team says of one target: the cluster, the product, grants, guardrails and exemptions. */
@NullMarked
package dev.tenantmesh.model.platform;

import org.jspecify.annotations.NullMarked;
