/** Kinds of policy.networking.k8s.io. */
@NullMarked
package dev.tenantmesh.generator.render.networkpolicyapi;

import org.jspecify.annotations.NullMarked;
