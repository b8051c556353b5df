/**
 * What must be true of a model before anything is planned. One rule, one class, listed in
 * {@link dev.tenantmesh.model.check.Rules}; a rule sees the whole model and reports whatever it finds.
 */
@NullMarked
package dev.tenantmesh.model.check;

import org.jspecify.annotations.NullMarked;
