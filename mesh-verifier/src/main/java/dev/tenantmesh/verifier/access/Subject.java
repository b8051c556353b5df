package dev.tenantmesh.verifier.access;

import dev.tenantmesh.verifier.load.Mapping;
import java.util.Optional;

/**
 * Whom a role is given to.
 *
 * @param kind what it is
 * @param name its name
 * @param namespace of a service account, where it lives; else empty
 */
public record Subject(Kind kind, String name, String namespace) {

    private static final String ACCOUNTS = "system:serviceaccounts";

    /** What can hold a role. */
    public enum Kind {
        USER,
        GROUP,
        ACCOUNT
    }

    /** A group as the cluster's authentication gives it. */
    public static Subject group(String name) {
        return new Subject(Kind.GROUP, name, "");
    }

    static Optional<Subject> of(Mapping subject, String home) {
        String name = subject.text("name");
        String namespace = subject.text("namespace").isEmpty() ? home : subject.text("namespace");
        return switch (subject.text("kind")) {
            case "ServiceAccount" -> Optional.of(new Subject(Kind.ACCOUNT, name, namespace));
            case "Group" -> Optional.of(group(name));
            case "User" -> Optional.of(user(name));
            default -> Optional.empty();
        };
    }

    /** A user's name may be that of a service account. */
    private static Subject user(String name) {
        String[] parts = name.split(":", -1);
        return parts.length == 4 && name.startsWith("system:serviceaccount:")
                ? new Subject(Kind.ACCOUNT, parts[3], parts[2])
                : new Subject(Kind.USER, name, "");
    }

    /** Whether service accounts of a namespace are among them: they are whoever runs pods there. */
    public boolean includesAccountsOf(String home) {
        return switch (kind) {
            case ACCOUNT -> namespace.equals(home);
            case GROUP ->
                name.equals(ACCOUNTS)
                        || name.equals(ACCOUNTS + ":" + home)
                        || name.equals("system:authenticated")
                        || name.equals("system:unauthenticated");
            case USER -> false;
        };
    }

    /** For people, such as {@code group shop-dev}. */
    public String title() {
        return switch (kind) {
            case USER -> "user " + name;
            case GROUP -> "group " + name;
            case ACCOUNT -> "service account " + namespace + "/" + name;
        };
    }
}
