/** Forms of text that the API server knows: names, addresses, amounts, formats. */
@NullMarked
package dev.tenantmesh.crds.syntax;

import org.jspecify.annotations.NullMarked;
