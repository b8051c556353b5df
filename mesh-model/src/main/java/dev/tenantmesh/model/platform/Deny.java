package dev.tenantmesh.model.platform;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the company that no consent overrides: one side never opens a connection to the other. An edge that
 * contradicts it is an error, and what is rendered for it is out of the tenants' hands.
 *
 * @param from who never connects
 * @param to whom to
 * @param reason why, for whoever runs into it
 */
@ModelRecord
public record Deny(Side from, Side to, String reason) {

    /**
     * One tenant with all its namespaces, or one namespace; exactly one of both.
     *
     * @param tenant a tenant
     * @param namespace a namespace, whether it is in a mesh or not
     */
    @ModelRecord
    public record Side(
            @Syntax(Syntax.Of.LABEL) @Nullable String tenant,
            @Syntax(Syntax.Of.LABEL) @Nullable String namespace) {

        /** What people call it. */
        public String title() {
            return tenant == null ? "namespace " + namespace : "tenant " + tenant;
        }
    }
}
