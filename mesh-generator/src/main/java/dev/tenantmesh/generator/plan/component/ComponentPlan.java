package dev.tenantmesh.generator.plan.component;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.export.ServiceExport;
import java.util.List;

/**
 * What the mesh needs on the manifests that a tenant keeps for one of its namespaces.
 *
 * @param namespace the namespace
 * @param tenant whose it is
 * @param entry the model entry
 * @param accounts the service accounts of its workloads
 * @param workloads what is patched onto its workloads
 * @param services what is patched onto its Services
 */
public record ComponentPlan(
        String namespace,
        String tenant,
        String entry,
        List<Heading> accounts,
        List<WorkloadPatch> workloads,
        List<ServiceExport> services) {}
