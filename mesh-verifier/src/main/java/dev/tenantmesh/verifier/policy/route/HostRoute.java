package dev.tenantmesh.verifier.policy.route;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.Truth;
import java.util.List;

/**
 * What the cluster's router or an ingress controller forwards: an OpenShift Route or an Ingress.
 *
 * @param kind which of the two
 * @param namespace where it stands
 * @param name its name
 * @param controller the class of an Ingress; empty if it names none, and for Routes
 * @param hosts for which hosts; {@code *} for any
 * @param tls {@code passthrough}, {@code edge}, {@code reencrypt}, or empty for none
 * @param targets where it may lead
 * @param exists whether it certainly is there; not one that somebody in the cluster may make of something else
 * @param origin where it was written
 */
public record HostRoute(
        Kind kind,
        String namespace,
        String name,
        String controller,
        List<String> hosts,
        String tls,
        List<Target> targets,
        Truth exists,
        Origin origin) {

    /** The kinds of objects. */
    public enum Kind {
        ROUTE("Route"),
        INGRESS("Ingress");

        private final String written;

        Kind(String written) {
            this.written = written;
        }
    }

    public HostRoute {
        hosts = List.copyOf(hosts);
        targets = List.copyOf(targets);
    }

    /** Whether TLS ends only at the pods. */
    public boolean isPassthrough() {
        return tls.equals("passthrough");
    }

    /** How messages call it. */
    public String id() {
        return kind.written + " " + namespace + "/" + name;
    }
}
