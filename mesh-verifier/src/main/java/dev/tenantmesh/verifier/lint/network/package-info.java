/** Rules about NetworkPolicies and what is reached beside them. */
@NullMarked
package dev.tenantmesh.verifier.lint.network;

import org.jspecify.annotations.NullMarked;
