/**
 * What proxies of well-behaved clients send, and whether that is served. It removes nothing from what may be reached; it
 * says what certainly works.
 */
@NullMarked
package dev.tenantmesh.verifier.reach.client;

import org.jspecify.annotations.NullMarked;
