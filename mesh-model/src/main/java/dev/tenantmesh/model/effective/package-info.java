/**
 * What holds for a workload after inheritance: Platform, Mesh, Tenant, namespace, workload, port, each only tightening
 * the one before unless an exemption allows it. The only part of the model that both the generator and a verifier use.
 */
@NullMarked
package dev.tenantmesh.model.effective;

import org.jspecify.annotations.NullMarked;
