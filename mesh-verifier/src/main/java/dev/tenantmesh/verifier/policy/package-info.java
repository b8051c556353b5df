/** What manifests say about connections, layer by layer, in forms that no platform shows through any more. */
@NullMarked
package dev.tenantmesh.verifier.policy;

import org.jspecify.annotations.NullMarked;
