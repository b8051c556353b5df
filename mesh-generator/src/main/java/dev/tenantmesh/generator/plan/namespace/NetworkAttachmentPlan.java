package dev.tenantmesh.generator.plan.namespace;

import dev.tenantmesh.generator.plan.Heading;

/**
 * A NetworkAttachmentDefinition: lets Multus call the mesh's CNI plugin for pods of the namespace.
 *
 * @param heading name, place and reason
 */
public record NetworkAttachmentPlan(Heading heading) {}
