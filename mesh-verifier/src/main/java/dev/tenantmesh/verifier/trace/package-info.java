/** The reasons of a verdict: what every layer made of a connection, and by which line. */
@NullMarked
package dev.tenantmesh.verifier.trace;

import org.jspecify.annotations.NullMarked;
