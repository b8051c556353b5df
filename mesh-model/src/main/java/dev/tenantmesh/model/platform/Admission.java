package dev.tenantmesh.model.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;

/**
 * Refuses, in namespaces of tenants and of everybody who is not the platform, what would undo isolation.
 *
 * @param type what refuses
 * @param exempt who is the platform: it applies the manifests
 */
@ModelRecord
public record Admission(Type type, Exempt exempt) {

    /** What can refuse. */
    public enum Type {
        /**
         * Policies that the API server itself evaluates; from Kubernetes 1.30 and OpenShift 4.17.
         *
         * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/">Validating
         *     Admission Policy</a>
         */
        @JsonProperty("validating-admission-policy")
        VALIDATING_ADMISSION_POLICY
    }

    /**
     * Whoever is not asked; at least one.
     *
     * @param groups groups of people, as the cluster's authentication gives them
     * @param serviceAccounts those of tools, such as the one that applies the manifests
     */
    @ModelRecord
    public record Exempt(List<String> groups, List<Account> serviceAccounts) {

        public Exempt {
            groups = List.copyOf(groups);
            serviceAccounts = List.copyOf(serviceAccounts);
        }
    }

    /**
     * A service account.
     *
     * @param namespace where it is
     * @param name its name
     */
    @ModelRecord
    public record Account(
            @Syntax(Syntax.Of.LABEL) String namespace,
            @Syntax(Syntax.Of.SUBDOMAIN) String name) {}
}
