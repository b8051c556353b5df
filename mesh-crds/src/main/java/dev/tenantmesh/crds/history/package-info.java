/** What came to the kinds of Istio with which of its releases, as data. */
@NullMarked
package dev.tenantmesh.crds.history;

import org.jspecify.annotations.NullMarked;
