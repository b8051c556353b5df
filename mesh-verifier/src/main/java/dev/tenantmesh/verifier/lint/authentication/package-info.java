/** Rules about mutual TLS, at servers and at clients. */
@NullMarked
package dev.tenantmesh.verifier.lint.authentication;

import org.jspecify.annotations.NullMarked;
