package dev.tenantmesh.generator.plan.flow;

import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.plan.member.Pods;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the network sees of the mesh's mutual TLS: the port that is asked for, or the one port of tunnels (HBONE), in which
 * that port only is written. The proxy of a node takes and opens nothing but tunnels; the proxy of a pod takes both, and
 * goes by the port itself wherever it can; gateways open tunnels to pods that take nothing else, and take none.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/architecture/hbone/">HBONE</a>
 * @see <a href="https://istio.io/latest/docs/ambient/usage/networkpolicy/">Ambient and Kubernetes NetworkPolicy</a>
 */
public final class Wires {

    /** Where proxies take tunnels. */
    public static final int TUNNEL = 15_008;

    private final Set<String> ambient = new HashSet<>();
    private final Set<Pods> gateways = new HashSet<>();

    public Wires(Members members) {
        for (MemberNamespace namespace : members.namespaces()) {
            if (namespace.isAmbient()) {
                ambient.add(namespace.name());
            }
            namespace.gateways().forEach(gateway -> gateways.add(gateway.pods()));
        }
        members.egressGateways().forEach(gateway -> gateways.add(gateway.pods()));
    }

    /** Whether what pods of the mesh send to others goes in tunnels. */
    public boolean isTunnel(Pods client, Pods server) {
        return !gateways.contains(server) && (hasNoProxy(server) || hasNoProxy(client));
    }

    /** Whether any of these flows goes in a tunnel, so that NetworkPolicies tell none of its ports. */
    public boolean anyTunnel(Stream<Flow> flows) {
        return flows.anyMatch(flow -> isTunnel(flow.client(), flow.server()));
    }

    /** Whether pods have their proxies on nodes. */
    boolean hasNoProxy(Pods pods) {
        return ambient.contains(pods.namespace()) && !gateways.contains(pods);
    }
}
