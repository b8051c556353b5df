/** Kinds of route.openshift.io. */
@NullMarked
package dev.tenantmesh.generator.render.route;

import org.jspecify.annotations.NullMarked;
