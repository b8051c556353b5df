/** Rules about single values, whatever they are for. */
@NullMarked
package dev.tenantmesh.model.check.value;

import org.jspecify.annotations.NullMarked;
