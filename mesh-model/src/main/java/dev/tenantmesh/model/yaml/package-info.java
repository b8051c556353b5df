/**
 * Reads the text of mesh documents strictly. In goes the content of a file; out come first nodes that know their place
 * ({@link dev.tenantmesh.model.yaml.DocumentReader}), then records ({@link dev.tenantmesh.model.yaml.RecordBinder}),
 * and {@link dev.tenantmesh.model.yaml.Origins} keeps the place of each record for the rules that come after. Whatever
 * is wrong goes to {@link dev.tenantmesh.model.problem.Problems}, all of it in one go: no method here throws because of
 * what a file holds.
 *
 * <p>Only the plain part of YAML is accepted, the part every YAML reader understands alike: no anchors, aliases, merge
 * keys, tags or directives, no key twice, and no unquoted text that some reader would take for a number, a truth value,
 * a date or nothing.
 */
@NullMarked
package dev.tenantmesh.model.yaml;

import org.jspecify.annotations.NullMarked;
