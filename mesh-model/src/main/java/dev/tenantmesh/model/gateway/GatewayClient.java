package dev.tenantmesh.model.gateway;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may come to a gateway from inside the cluster: a declared workload, whose identity is known and whose own way out
 * is opened too, or pods outside every mesh.
 *
 * @param namespace where it runs
 * @param podSelector the labels of pods outside every mesh
 * @param workload a workload that is declared in the namespace
 */
@ModelRecord
public record GatewayClient(
        @Syntax(Syntax.Of.LABEL) String namespace,
        @Syntax(Syntax.Of.LABELS) Map<String, String> podSelector,
        @Syntax(Syntax.Of.LABEL) @Nullable String workload) {}
