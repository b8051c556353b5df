/** What the structural schema of a definition allows, and what the API server makes of an object before it asks. */
@NullMarked
package dev.tenantmesh.crds.schema;

import org.jspecify.annotations.NullMarked;
