package dev.tenantmesh.verifier.policy.network;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Scalar;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Port;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads NetworkPolicies with the API server's defaults: {@code policyTypes} left out means Ingress, and Egress too if
 * there is an egress rule; a port without a protocol is TCP.
 */
public final class NetworkPolicyReader {

    private final Problems problems;

    public NetworkPolicyReader(Problems problems) {
        this.problems = problems;
    }

    /** The policy that a manifest is. */
    public NetworkPolicy read(Manifest manifest) {
        return Fields.spec(manifest, problems, spec -> policy(manifest, spec));
    }

    private NetworkPolicy policy(Manifest manifest, Fields spec) {
        LabelSelector pods = spec.object("podSelector", LabelSelector::read).orElse(LabelSelector.EVERYTHING);
        List<NetworkRule> ingress = spec.list("ingress", rule -> rule(rule, "from"));
        List<NetworkRule> egress = spec.list("egress", rule -> rule(rule, "to"));
        List<Scalar> types = spec.scalars("policyTypes");
        Map<Direction, List<NetworkRule>> rules = new EnumMap<>(Direction.class);
        if (types.isEmpty()) {
            rules.put(Direction.INGRESS, ingress);
            if (!egress.isEmpty()) {
                rules.put(Direction.EGRESS, egress);
            }
        }
        for (Scalar type : types) {
            switch (type.text()) {
                case "Ingress" -> rules.put(Direction.INGRESS, ingress);
                case "Egress" -> rules.put(Direction.EGRESS, egress);
                default ->
                    spec.invalid(type.origin(), type.text(), "This is no policy type.", "Write Ingress or Egress.");
            }
        }
        return new NetworkPolicy(manifest.namespace(), manifest.name(), pods, rules, manifest.origin());
    }

    private NetworkRule rule(Fields fields, String peers) {
        List<Peer> named = fields.list(peers, this::peer).stream()
                .flatMap(Optional::stream)
                .toList();
        List<PortMatch> ports = fields.list("ports", this::port).stream()
                .flatMap(Optional::stream)
                .toList();
        return new NetworkRule(named, ports, fields.origin());
    }

    private Optional<Peer> peer(Fields fields) {
        Optional<LabelSelector> namespaces = fields.object("namespaceSelector", LabelSelector::read);
        Optional<LabelSelector> pods = fields.object("podSelector", LabelSelector::read);
        Optional<Optional<Peer>> block = fields.object("ipBlock", this::addresses);
        if (block.isPresent() == (namespaces.isPresent() || pods.isPresent())) {
            fields.invalid(
                    fields.origin(),
                    "",
                    block.isPresent()
                            ? "A peer is addresses or pods, not both."
                            : "A peer without a selector and without addresses is refused by the API server.",
                    "Write one of podSelector, namespaceSelector, ipBlock.");
            return Optional.empty();
        }
        return block.isPresent() ? block.get() : Optional.of(new Peer.Pods(namespaces, pods));
    }

    private Optional<Peer> addresses(Fields fields) {
        Optional<AddressRange> block = fields.scalar("cidr").flatMap(cidr -> cidr(fields, cidr));
        List<AddressRange> except = new ArrayList<>();
        fields.scalars("except").forEach(cidr -> cidr(fields, cidr).ifPresent(except::add));
        return block.map(range -> new Peer.Addresses(range, except));
    }

    private static Optional<AddressRange> cidr(Fields fields, Scalar written) {
        Optional<AddressRange> range =
                written.text().contains("/") ? AddressRange.ofCidr(written.text()) : Optional.empty();
        if (range.isEmpty()) {
            fields.invalid(
                    written.origin(),
                    written.text(),
                    "This is not a range of addresses.",
                    "Write a CIDR such as 192.0.2.0/24.");
        } else if (AddressRange.hasHostBits(written.text())) {
            fields.invalid(
                    written.origin(),
                    written.text(),
                    "It names addresses beyond its prefix; some clusters mask them, others drop the rule.",
                    "Write the first address of the range.");
        }
        return range;
    }

    private Optional<PortMatch> port(Fields fields) {
        Optional<Port.Protocol> protocol = protocol(fields);
        Optional<Scalar> port = fields.scalar("port");
        Optional<Integer> end = fields.number("endPort");
        if (protocol.isEmpty()) {
            return Optional.empty();
        }
        if (port.isEmpty()) {
            return Optional.of(PortMatch.all(protocol.get()));
        }
        if (port.get().type() == Scalar.Type.TEXT && !port.get().text().matches("[0-9]+")) {
            return Optional.of(PortMatch.named(protocol.get(), port.get().text()));
        }
        return fields.number(port.get()).map(first -> PortMatch.range(protocol.get(), first, end.orElse(first)));
    }

    private static Optional<Port.Protocol> protocol(Fields fields) {
        String written = fields.text("protocol");
        for (Port.Protocol protocol : Port.Protocol.values()) {
            if (protocol.name().equals(written) || (written.isEmpty() && protocol == Port.Protocol.TCP)) {
                return Optional.of(protocol);
            }
        }
        fields.invalid(fields.originOf("protocol"), written, "This is no protocol.", "Write TCP, UDP or SCTP.");
        return Optional.empty();
    }
}
