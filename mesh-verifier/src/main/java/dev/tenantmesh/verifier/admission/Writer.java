package dev.tenantmesh.verifier.admission;

import dev.tenantmesh.crds.admission.AdmissionRequest;
import dev.tenantmesh.verifier.access.Subject;
import java.util.List;

/**
 * Somebody who may write in a namespace.
 *
 * @param namespace the namespace
 * @param user as the API server sees them
 */
public record Writer(String namespace, AdmissionRequest.User user) {

    private static final String EVERYBODY = "system:authenticated";
    private static final String ACCOUNTS = "system:serviceaccounts";

    /** Whoever holds a role there. */
    public static Writer of(String namespace, Subject subject) {
        return switch (subject.kind()) {
            case GROUP ->
                new Writer(namespace, new AdmissionRequest.User("somebody", List.of(subject.name(), EVERYBODY)));
            case ACCOUNT -> ofAccount(namespace, subject.namespace(), subject.name());
            case USER -> new Writer(namespace, new AdmissionRequest.User(subject.name(), List.of(EVERYBODY)));
        };
    }

    /** A service account of the namespace itself. */
    public static Writer ofAccounts(String namespace) {
        return ofAccount(namespace, namespace, "any");
    }

    /** The cluster, which makes pods of what somebody of the namespace wrote. */
    static Writer controller(String namespace) {
        return ofAccount(namespace, "kube-system", "replicaset-controller");
    }

    private static Writer ofAccount(String namespace, String home, String name) {
        return new Writer(
                namespace,
                new AdmissionRequest.User(
                        "system:serviceaccount:" + home + ":" + name,
                        List.of(ACCOUNTS, ACCOUNTS + ":" + home, EVERYBODY)));
    }
}
