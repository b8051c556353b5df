/** What an API server refuses: CustomResourceDefinitions and its own rules, held against objects given as JSON trees. */
@NullMarked
package dev.tenantmesh.crds;

import org.jspecify.annotations.NullMarked;
