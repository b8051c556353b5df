package dev.tenantmesh.verifier.policy.route;

import dev.tenantmesh.model.problem.Origin;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a route leads, as it was written.
 *
 * @param host the name in full
 * @param service the Service of that name; empty if the name is none of a Service
 * @param port which of its ports
 * @param origin where it was written
 */
public record Target(String host, Optional<ServiceName> service, TargetPort port, Origin origin) {

    private static final Pattern SERVICE = Pattern.compile("([^.]+)\\.([^.]+)\\.svc(\\..+)?");

    /**
     * A Service by its name.
     *
     * @param namespace where it stands
     * @param name its name
     */
    public record ServiceName(String namespace, String name) {}

    /** A Service that an object of a namespace names. */
    public static Target service(String namespace, String name, TargetPort port, Origin origin) {
        return new Target(fqdn(name, namespace), Optional.of(new ServiceName(namespace, name)), port, origin);
    }

    /**
     * A host. A name without a dot is a Service of the namespace of whoever names it; with a dot it is meant in full.
     *
     * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination">Destination</a>
     */
    public static Target host(String host, String namespace, TargetPort port, Origin origin) {
        String full = full(host, namespace);
        return new Target(full, named(full), port, origin);
    }

    /** The Service that somebody in a namespace means by a host; empty if the host is none of a Service. */
    public static Optional<ServiceName> named(String host, String namespace) {
        return named(full(host, namespace));
    }

    private static String full(String host, String namespace) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.contains(".") ? lower : fqdn(lower, namespace);
    }

    private static Optional<ServiceName> named(String full) {
        Matcher name = SERVICE.matcher(full);
        return name.matches() ? Optional.of(new ServiceName(name.group(2), name.group(1))) : Optional.empty();
    }

    /** The name of a Service in full. */
    public static String fqdn(String name, String namespace) {
        return name + "." + namespace + ".svc.cluster.local";
    }
}
