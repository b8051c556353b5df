package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.Syntax;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions of one workload from the mode of its namespace.
 *
 * @param mode for all its ports
 * @param ports by pod port, not by Service port
 * @param plaintextClients who may speak plaintext on the ports that are not STRICT; bound by NetworkPolicy alone
 */
@ModelRecord
public record WorkloadMtls(
        @Nullable MtlsMode mode,
        @Syntax(Syntax.Of.PORT) Map<Integer, MtlsMode> ports,
        List<PlaintextClient> plaintextClients) {

    public WorkloadMtls {
        plaintextClients = List.copyOf(plaintextClients);
    }

    /**
     * Pods without a mesh identity.
     *
     * @param namespace where they run
     * @param podSelector their labels; absent: every pod of the namespace
     */
    @ModelRecord
    public record PlaintextClient(
            @Syntax(Syntax.Of.LABEL) String namespace,
            @Syntax(Syntax.Of.LABELS) Map<String, String> podSelector) {}
}
