/** What clusters and meshes do differently, as data: every default that decides is stated here and can be changed. */
@NullMarked
package dev.tenantmesh.verifier.profile;

import org.jspecify.annotations.NullMarked;
