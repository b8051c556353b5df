/** What owners of namespaces could store there, given who may write what and what the API server would refuse. */
@NullMarked
package dev.tenantmesh.verifier.admission;

import org.jspecify.annotations.NullMarked;
