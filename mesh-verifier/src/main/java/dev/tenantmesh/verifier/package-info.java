/**
 * What the cluster would allow: manifests go in, whoever wrote them, and for every question who can reach whom a verdict
 * comes out with the rule and the line that decided it. Shares no code with what makes manifests; the two meet only as
 * files.
 */
@NullMarked
package dev.tenantmesh.verifier;

import org.jspecify.annotations.NullMarked;
