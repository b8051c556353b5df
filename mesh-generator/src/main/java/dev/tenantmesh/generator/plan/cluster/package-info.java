/** What a mesh needs to span clusters: what a control plane must know of them, and the gateway by which others come to it. */
@NullMarked
package dev.tenantmesh.generator.plan.cluster;

import org.jspecify.annotations.NullMarked;
