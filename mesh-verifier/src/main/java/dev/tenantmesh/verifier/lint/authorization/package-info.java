/** Rules about whom proxies admit, and who may change that. */
@NullMarked
package dev.tenantmesh.verifier.lint.authorization;

import org.jspecify.annotations.NullMarked;
