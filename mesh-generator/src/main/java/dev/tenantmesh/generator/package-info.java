/**
 * What the cluster will be given: a checked model goes in, a set of manifests comes out, and nothing is decided between
 * the plan and the print.
 */
@NullMarked
package dev.tenantmesh.generator;

import org.jspecify.annotations.NullMarked;
