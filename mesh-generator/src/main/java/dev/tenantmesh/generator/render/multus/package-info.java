/** Kinds of k8s.cni.cncf.io. */
@NullMarked
package dev.tenantmesh.generator.render.multus;

import org.jspecify.annotations.NullMarked;
