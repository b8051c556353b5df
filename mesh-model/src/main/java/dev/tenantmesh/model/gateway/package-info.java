/** What is said of a gateway, whoever owns it: how traffic arrives, where TLS ends, where requests go, how large it is. */
@NullMarked
package dev.tenantmesh.model.gateway;

import org.jspecify.annotations.NullMarked;
