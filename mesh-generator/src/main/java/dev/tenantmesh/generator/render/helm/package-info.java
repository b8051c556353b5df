/** Values for the charts of upstream Istio. */
@NullMarked
package dev.tenantmesh.generator.render.helm;

import org.jspecify.annotations.NullMarked;
