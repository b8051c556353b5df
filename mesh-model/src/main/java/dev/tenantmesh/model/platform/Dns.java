package dev.tenantmesh.model.platform;

import dev.tenantmesh.model.ModelRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The DNS pods that every pod asks.
 *
 * @param namespace where they run
 * @param podSelector their labels; absent: every pod of the namespace
 * @param port the pods' own port, not the Service's: 5353 on OpenShift, usually 53 elsewhere
 */
@ModelRecord
public record Dns(String namespace, Map<String, String> podSelector, @Nullable Integer port) {}
