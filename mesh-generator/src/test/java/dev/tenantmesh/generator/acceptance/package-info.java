/** Tells, from CustomResourceDefinitions and the API server's own rules, whether a cluster would accept a manifest. */
@NullMarked
package dev.tenantmesh.generator.acceptance;

import org.jspecify.annotations.NullMarked;
