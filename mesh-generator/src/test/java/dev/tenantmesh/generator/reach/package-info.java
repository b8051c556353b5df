/**
 * Decides, from manifests alone, who reaches whom: pod by pod, port by port, with or without an identity. Knows the
 * rules of Kubernetes and Istio, and nothing of the generator, so that it can prove the generator wrong.
 */
@NullMarked
package dev.tenantmesh.generator.reach;

import org.jspecify.annotations.NullMarked;
