/** What a namespace itself carries: labels, network attachments, roles. */
@NullMarked
package dev.tenantmesh.generator.plan.namespace;

import org.jspecify.annotations.NullMarked;
