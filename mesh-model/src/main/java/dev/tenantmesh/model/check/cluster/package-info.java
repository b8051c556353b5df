/** Rules about platforms of several clusters, and about where control planes run. */
@NullMarked
package dev.tenantmesh.model.check.cluster;

import org.jspecify.annotations.NullMarked;
