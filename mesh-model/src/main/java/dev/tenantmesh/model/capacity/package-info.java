/** Amounts: what proxies reserve, what was published about their cost, and what a team may use. */
@NullMarked
package dev.tenantmesh.model.capacity;

import org.jspecify.annotations.NullMarked;
