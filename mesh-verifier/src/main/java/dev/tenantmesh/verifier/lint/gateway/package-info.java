/** Rules about what gateways serve, and for whom. */
@NullMarked
package dev.tenantmesh.verifier.lint.gateway;

import org.jspecify.annotations.NullMarked;
