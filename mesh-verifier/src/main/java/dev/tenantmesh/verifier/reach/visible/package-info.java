/** What proxies of pods are told. It is configuration: it removes nothing from what may be reached. */
@NullMarked
package dev.tenantmesh.verifier.reach.visible;

import org.jspecify.annotations.NullMarked;
