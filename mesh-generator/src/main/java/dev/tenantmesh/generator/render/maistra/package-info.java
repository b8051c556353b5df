/** Kinds of maistra.io, the operator of OpenShift Service Mesh 2. */
@NullMarked
package dev.tenantmesh.generator.render.maistra;

import org.jspecify.annotations.NullMarked;
