package dev.tenantmesh.model;

/** A host name, or a suffix that begins with {@code *.} and stands for one label and more, never for the bare domain. */
public final class HostPattern {

    private HostPattern() {}

    /** Whether a host is one of those that a pattern stands for. */
    public static boolean matches(String pattern, String host) {
        return pattern.startsWith("*.")
                ? host.endsWith(pattern.substring(1)) && host.length() > pattern.length() - 1
                : host.equals(pattern);
    }
}
