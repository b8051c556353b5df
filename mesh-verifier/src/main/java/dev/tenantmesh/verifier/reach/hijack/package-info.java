/** Which objects of one namespace take hosts of another from their clients. */
@NullMarked
package dev.tenantmesh.verifier.reach.hijack;

import org.jspecify.annotations.NullMarked;
