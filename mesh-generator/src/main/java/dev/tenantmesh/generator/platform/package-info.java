/** A platform is data: what its versions can do, which names and labels its system parts have, and the few renderers it alone needs. */
@NullMarked
package dev.tenantmesh.generator.platform;

import org.jspecify.annotations.NullMarked;
