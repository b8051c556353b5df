package dev.tenantmesh.generator.reach;

import java.util.List;
import java.util.Optional;

/** A NetworkPolicy, with the defaults of the API server filled in. */
record NetworkPolicy(
        String file,
        String namespace,
        LabelSelector pods,
        List<Direction> types,
        List<Rule> ingress,
        List<Rule> egress) {

    enum Direction {
        INGRESS,
        EGRESS
    }

    /** One rule; no peers are all peers, and no ports are all ports of all protocols. */
    record Rule(List<Peer> peers, List<PortRange> ports) {}

    /** One element of {@code from} or {@code to}: a block of addresses, or selectors that must both match. */
    record Peer(Optional<AddressBlock> block, Optional<LabelSelector> namespaces, Optional<LabelSelector> pods) {}

    /** One element of {@code ports}, both ends included. */
    record PortRange(Port.Protocol protocol, int first, int last) {

        boolean contains(Port port) {
            return port.protocol() == protocol && port.number() >= first && port.number() <= last;
        }
    }

    static NetworkPolicy read(Document document) {
        document.fields().only("apiVersion", "kind", "metadata", "spec");
        Fields spec = document.spec().only("podSelector", "policyTypes", "ingress", "egress");
        List<Rule> ingress = spec.list("ingress").stream()
                .map(rule -> rule(rule.only("from", "ports"), "from"))
                .toList();
        List<Rule> egress = spec.list("egress").stream()
                .map(rule -> rule(rule.only("to", "ports"), "to"))
                .toList();
        return new NetworkPolicy(
                document.file(),
                document.namespace(),
                LabelSelector.read(spec.path("podSelector")),
                types(spec.texts("policyTypes"), !egress.isEmpty()),
                ingress,
                egress);
    }

    List<Rule> rules(Direction direction) {
        return direction == Direction.INGRESS ? ingress : egress;
    }

    private static List<Direction> types(List<String> written, boolean hasEgress) {
        if (written.isEmpty()) {
            return hasEgress ? List.of(Direction.INGRESS, Direction.EGRESS) : List.of(Direction.INGRESS);
        }
        return written.stream()
                .map(type -> switch (type) {
                    case "Ingress" -> Direction.INGRESS;
                    case "Egress" -> Direction.EGRESS;
                    default -> throw new NotUnderstood("policy type " + type);
                })
                .toList();
    }

    private static Rule rule(Fields rule, String peers) {
        return new Rule(
                rule.list(peers).stream().map(NetworkPolicy::peer).toList(),
                rule.list("ports").stream().map(NetworkPolicy::ports).toList());
    }

    private static Peer peer(Fields peer) {
        peer.only("ipBlock", "namespaceSelector", "podSelector");
        boolean selects = peer.has("namespaceSelector") || peer.has("podSelector");
        if (selects == peer.has("ipBlock")) {
            throw new NotUnderstood(peer + ": selectors or a block of addresses, and only one of the two");
        }
        return new Peer(
                peer.optionalFields("ipBlock").map(AddressBlock::read),
                peer.optionalFields("namespaceSelector").map(LabelSelector::read),
                peer.optionalFields("podSelector").map(LabelSelector::read));
    }

    /** Refuses names: whoever makes the pod decides what they mean. */
    private static PortRange ports(Fields port) {
        port.only("port", "endPort", "protocol");
        Port.Protocol protocol =
                port.optionalText("protocol").map(Port.Protocol::valueOf).orElse(Port.Protocol.TCP);
        if (!port.has("port")) {
            port.only("protocol");
            return new PortRange(protocol, 1, 65535);
        }
        int first = port.number("port").orElseThrow();
        return new PortRange(protocol, first, port.number("endPort").orElse(first));
    }
}
