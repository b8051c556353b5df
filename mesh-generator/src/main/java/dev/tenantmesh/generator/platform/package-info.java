/** A platform is data: what its version can do, and which names and labels its system parts have. Knows no plan and no renderer. */
@NullMarked
package dev.tenantmesh.generator.platform;

import org.jspecify.annotations.NullMarked;
