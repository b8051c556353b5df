/**
 * The first model of a new user. In go a platform and the name of a tenant; out come commented documents that render as
 * they are.
 */
@NullMarked
package dev.tenantmesh.generator.starter;

import org.jspecify.annotations.NullMarked;
