/** What ValidatingAdmissionPolicies refuse. */
@NullMarked
package dev.tenantmesh.crds.admission;

import org.jspecify.annotations.NullMarked;
