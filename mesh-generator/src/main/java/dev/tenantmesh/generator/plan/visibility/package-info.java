/** Which Services each proxy is told about: Sidecars, by the flows that the policies are derived from. Configuration, never isolation. */
@NullMarked
package dev.tenantmesh.generator.plan.visibility;

import org.jspecify.annotations.NullMarked;
