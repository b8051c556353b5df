/** Kinds of sailoperator.io, the operator of OpenShift Service Mesh 3. */
@NullMarked
package dev.tenantmesh.generator.render.sail;

import org.jspecify.annotations.NullMarked;
