package dev.tenantmesh.model.platform;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
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
public record Dns(
        @Syntax(Syntax.Of.LABEL) String namespace,
        @Syntax(Syntax.Of.LABELS) Map<String, String> podSelector,
        @Syntax(Syntax.Of.PORT) @Nullable Integer port) {}
