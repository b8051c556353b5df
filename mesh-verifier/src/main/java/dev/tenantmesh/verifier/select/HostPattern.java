package dev.tenantmesh.verifier.select;

/**
 * A host name as configuration of a mesh writes it: an exact one, {@code *.suffix}, or {@code *} for every host.
 *
 * @param text as written, short names made long
 * @see <a href="https://github.com/istio/istio/blob/master/pkg/config/host/name.go">host.Name</a>
 */
public record HostPattern(String text) {

    private static final String SERVICES = ".svc.cluster.local";

    /** The host of a Service. */
    public static String ofService(String name, String namespace) {
        return name + "." + namespace + SERVICES;
    }

    /** A host as an object of a namespace writes it: a name without a dot is that of a Service beside the object. */
    public static HostPattern written(String host, String namespace) {
        boolean isShort = !host.contains(".") && !host.contains("*") && !host.isEmpty();
        return new HostPattern(isShort ? ofService(host, namespace) : host);
    }

    /** Whether it stands for more than one host. */
    public boolean isWildcard() {
        return text.startsWith("*");
    }

    /** Whether every host of another one is one of its own. */
    public boolean covers(HostPattern other) {
        if (!isWildcard()) {
            return text.equals(other.text);
        }
        return other.isWildcard()
                ? other.text.length() >= text.length() && other.text.endsWith(text.substring(1))
                : other.text.endsWith(text.substring(1));
    }

    /** Whether it stands for a host. */
    public boolean covers(String host) {
        return covers(new HostPattern(host));
    }

    /** Whether the two have a host in common. */
    public boolean meets(HostPattern other) {
        return covers(other) || other.covers(this);
    }

    @Override
    public String toString() {
        return text;
    }
}
