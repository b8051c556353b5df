@NullMarked
package dev.tenantmesh.model;

import org.jspecify.annotations.NullMarked;
