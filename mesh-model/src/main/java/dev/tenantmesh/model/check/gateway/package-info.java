/** Rules about gateways, whoever owns them. */
@NullMarked
package dev.tenantmesh.model.check.gateway;

import org.jspecify.annotations.NullMarked;
