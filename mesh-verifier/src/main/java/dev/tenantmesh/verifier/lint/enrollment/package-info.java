/** Rules about which pods get a proxy, and what goes past it. */
@NullMarked
package dev.tenantmesh.verifier.lint.enrollment;

import org.jspecify.annotations.NullMarked;
