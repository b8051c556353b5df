package dev.tenantmesh.generator.plan.flow;

import dev.tenantmesh.generator.plan.member.Pods;

/**
 * Pods that may reach every application port of a namespace that declares no workloads.
 *
 * @param client who connects: every pod of a namespace
 * @param server every pod of the open namespace
 * @param entry the open namespace
 */
public record OpenFlow(Pods client, Pods server, String entry) {}
