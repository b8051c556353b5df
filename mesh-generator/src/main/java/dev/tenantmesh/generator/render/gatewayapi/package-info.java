/** Kinds of {@code gateway.networking.k8s.io}. */
@NullMarked
package dev.tenantmesh.generator.render.gatewayapi;

import org.jspecify.annotations.NullMarked;
