/** Gateways of meshes: which pods are some, which routes bind at them, and who may bind more. */
@NullMarked
package dev.tenantmesh.verifier.reach.gateway;

import org.jspecify.annotations.NullMarked;
