package dev.tenantmesh.model.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;

/**
 * A group that works in the tenant's namespaces.
 *
 * @param group the group's name as the cluster's authentication gives it
 * @param role the ClusterRole it is bound to in every namespace; all but {@code view} may write NetworkPolicies and
 *     so open the tenant itself
 */
@ModelRecord
public record Owner(String group, Role role) {

    /**
     * The roles Kubernetes ships.
     *
     * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles">user-facing roles</a>
     */
    public enum Role {
        @JsonProperty("view")
        VIEW,
        @JsonProperty("edit")
        EDIT,
        @JsonProperty("admin")
        ADMIN
    }
}
