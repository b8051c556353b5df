/** Rules about routes, hosts and code that clients are given. */
@NullMarked
package dev.tenantmesh.verifier.lint.routing;

import org.jspecify.annotations.NullMarked;
