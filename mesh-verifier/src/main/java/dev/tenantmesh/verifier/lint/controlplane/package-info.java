/** Rules about control planes and what one mesh shares with another. */
@NullMarked
package dev.tenantmesh.verifier.lint.controlplane;

import org.jspecify.annotations.NullMarked;
