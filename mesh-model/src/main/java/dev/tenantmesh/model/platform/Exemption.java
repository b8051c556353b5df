package dev.tenantmesh.model.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A permission to loosen a guardrail or an inherited setting, in one place, for a reason and until a day.
 *
 * @param rule what may be loosened
 * @param at where
 * @param allow the loosest value allowed there, in the spelling of the setting
 * @param owner who answers for it
 * @param reason why
 * @param expires the last day it holds
 */
@ModelRecord
public record Exemption(Setting rule, Place at, String allow, String owner, String reason, LocalDate expires) {

    /** The settings that can be exempted. */
    public enum Setting {
        @JsonProperty("mtls")
        MTLS,
        @JsonProperty("router")
        ROUTER,
        @JsonProperty("podSecurity")
        POD_SECURITY;
    }

    /**
     * Where an exemption holds; what is given must match, at least one is given.
     *
     * @param mesh a whole mesh
     * @param tenant a whole tenant
     * @param namespace one namespace
     * @param workload one workload of that namespace
     * @param port one pod port of that workload
     */
    @ModelRecord
    public record Place(
            @Syntax(Syntax.Of.LABEL) @Nullable String mesh,
            @Syntax(Syntax.Of.LABEL) @Nullable String tenant,
            @Syntax(Syntax.Of.LABEL) @Nullable String namespace,
            @Syntax(Syntax.Of.LABEL) @Nullable String workload,
            @Syntax(Syntax.Of.PORT) @Nullable Integer port) {}
}
