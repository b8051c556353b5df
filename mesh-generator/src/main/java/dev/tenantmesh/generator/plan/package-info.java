/** Decides: turns the model into a plan in which every name, label, port, identity and allowed flow is resolved, and nothing is left to the renderers. Knows no API version and no fabric8 type. */
@NullMarked
package dev.tenantmesh.generator.plan;

import org.jspecify.annotations.NullMarked;
