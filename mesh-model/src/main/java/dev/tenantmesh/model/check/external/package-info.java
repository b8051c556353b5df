/** Rules about who is called outside, and how. */
@NullMarked
package dev.tenantmesh.model.check.external;

import org.jspecify.annotations.NullMarked;
