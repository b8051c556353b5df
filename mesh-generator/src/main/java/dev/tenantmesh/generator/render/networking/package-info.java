/** Kinds of networking.k8s.io. */
@NullMarked
package dev.tenantmesh.generator.render.networking;

import org.jspecify.annotations.NullMarked;
