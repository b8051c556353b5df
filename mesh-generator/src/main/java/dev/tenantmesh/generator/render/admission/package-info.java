/** Kinds of admissionregistration.k8s.io. */
@NullMarked
package dev.tenantmesh.generator.render.admission;

import org.jspecify.annotations.NullMarked;
