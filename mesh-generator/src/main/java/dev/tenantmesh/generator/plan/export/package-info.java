/** In which namespaces Services are known, and what tells it. Configuration, never isolation. */
@NullMarked
package dev.tenantmesh.generator.plan.export;

import org.jspecify.annotations.NullMarked;
