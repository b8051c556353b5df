package dev.tenantmesh.verifier.policy.route;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.Truth;
import java.util.List;
import java.util.Optional;

/**
 * Where proxies send what they are asked for.
 *
 * @param namespace where it stands
 * @param name its name
 * @param hosts which hosts, in full; none: it is one that others delegate to
 * @param gateways at which gateways, as {@code namespace/name}; {@link #MESH} for the proxies of clients
 * @param exportTo in which namespaces it counts, as written; none: in all
 * @param rules what is done; conditions are not kept, since whoever asks chooses what to ask for
 * @param origin where it was written
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/">VirtualService</a>
 */
public record VirtualService(
        String namespace,
        String name,
        List<String> hosts,
        List<String> gateways,
        List<String> exportTo,
        List<Rule> rules,
        Origin origin) {

    /** Stands for the proxies of clients. */
    public static final String MESH = "mesh";

    /** Which rules a listener takes is decided by what it understands of a connection. */
    public enum Protocol {
        HTTP,
        TLS,
        TCP
    }

    /**
     * One rule.
     *
     * @param protocol what it is for
     * @param gateways for each of its conditions the gateways it is limited to; an empty list: as the whole says
     * @param targets where it may lead, mirrors included
     * @param delegate who says the rest
     * @param origin where it was written
     */
    public record Rule(
            Protocol protocol,
            List<List<String>> gateways,
            List<Target> targets,
            Optional<Delegate> delegate,
            Origin origin) {

        public Rule {
            gateways = List.copyOf(gateways);
            targets = List.copyOf(targets);
        }
    }

    /**
     * Another VirtualService that says where requests go.
     *
     * @param namespace where it stands
     * @param name its name
     */
    public record Delegate(String namespace, String name) {}

    public VirtualService {
        hosts = List.copyOf(hosts);
        gateways = List.copyOf(gateways);
        exportTo = List.copyOf(exportTo);
        rules = List.copyOf(rules);
    }

    /** Whether proxies of a namespace are told of it. */
    public boolean isVisibleIn(String other) {
        return Visibility.of(exportTo, namespace, other);
    }

    /**
     * Whether a rule counts at a gateway. A condition may name gateways of its own: by the documentation instead of
     * those of the whole, by what istiod does among them.
     */
    public Truth counts(Rule rule, String gateway) {
        boolean named = rule.gateways().stream().anyMatch(own -> own.contains(gateway));
        boolean unlimited =
                rule.gateways().isEmpty() || rule.gateways().stream().anyMatch(List::isEmpty);
        if (gateways.contains(gateway)) {
            return Truth.of(named || unlimited);
        }
        return named ? Truth.MAYBE : Truth.NO;
    }

    /** How messages call it. */
    public String id() {
        return "VirtualService " + namespace + "/" + name;
    }
}
