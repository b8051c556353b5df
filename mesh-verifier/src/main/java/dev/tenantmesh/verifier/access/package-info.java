/** Who may write what through the API server: roles, and who holds them where. */
@NullMarked
package dev.tenantmesh.verifier.access;

import org.jspecify.annotations.NullMarked;
