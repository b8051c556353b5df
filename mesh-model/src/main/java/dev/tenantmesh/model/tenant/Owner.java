package dev.tenantmesh.model.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;

/**
 * A group that works in the tenant's namespaces.
 *
 * @param group the group's name as the cluster's authentication gives it
 * @param role what it may do in every namespace; {@code edit} and {@code admin} may write NetworkPolicies and so open the
 *     tenant itself, {@code developer} may not
 */
@ModelRecord
public record Owner(String group, Role role) {

    /**
     * The roles Kubernetes ships, and one between them that writes workloads but nothing that closes them.
     *
     * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles">user-facing roles</a>
     */
    public enum Role {
        @JsonProperty("view")
        VIEW,
        /** The ClusterRole {@code tenant-developer}, which is rendered, beside {@code view}. */
        @JsonProperty("developer")
        DEVELOPER,
        @JsonProperty("edit")
        EDIT,
        @JsonProperty("admin")
        ADMIN
    }
}
