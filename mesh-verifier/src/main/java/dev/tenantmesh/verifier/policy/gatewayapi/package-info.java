/** The kinds of the Kubernetes Gateway API, as Istio carries them out. */
@NullMarked
package dev.tenantmesh.verifier.policy.gatewayapi;

import org.jspecify.annotations.NullMarked;
