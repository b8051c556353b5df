/** Kinds of networking.istio.io and security.istio.io, in the API version a platform serves. */
@NullMarked
package dev.tenantmesh.generator.render.istio;

import org.jspecify.annotations.NullMarked;
