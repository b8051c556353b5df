/** What an API server would refuse: manifests held against definitions, each objection at its place in a file. */
@NullMarked
package dev.tenantmesh.verifier.schema;

import org.jspecify.annotations.NullMarked;
