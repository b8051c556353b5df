package dev.tenantmesh.verifier.policy.network;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Scalar;
import dev.tenantmesh.verifier.policy.network.AdminPolicy.Action;
import dev.tenantmesh.verifier.policy.network.AdminPolicy.AdminRule;
import dev.tenantmesh.verifier.policy.network.AdminPolicy.Tier;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Port.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads AdminNetworkPolicy and BaselineAdminNetworkPolicy (v1alpha1) and ClusterNetworkPolicy (v1alpha2). A peer that
 * is not understood fails closed, as the API says: it lets nothing through where a rule accepts, and everything is
 * denied where a rule denies or passes.
 */
public final class AdminPolicyReader {

    private static final Map<String, Action> ACTIONS =
            Map.of("Allow", Action.ALLOW, "Accept", Action.ALLOW, "Deny", Action.DENY, "Pass", Action.PASS);

    private final Problems problems;

    public AdminPolicyReader(Problems problems) {
        this.problems = problems;
    }

    /** The policy that a manifest of one of the three kinds is. */
    public AdminPolicy read(Manifest manifest) {
        return Fields.spec(manifest, problems, spec -> policy(manifest, spec));
    }

    private AdminPolicy policy(Manifest manifest, Fields spec) {
        boolean baseline = manifest.kind().equals("BaselineAdminNetworkPolicy")
                || spec.text("tier").equals("Baseline");
        return new AdminPolicy(
                manifest.kind(),
                manifest.name(),
                baseline ? Tier.BASELINE : Tier.ADMIN,
                spec.number("priority").orElse(0),
                spec.object("subject", AdminPolicyReader::pods)
                        .flatMap(subject -> subject)
                        .orElseGet(() -> noSubject(spec)),
                Map.of(
                        Direction.INGRESS, spec.list("ingress", rule -> rule(rule, "from")),
                        Direction.EGRESS, spec.list("egress", rule -> rule(rule, "to"))),
                manifest.origin());
    }

    private static Peer.Pods noSubject(Fields spec) {
        spec.invalid(
                spec.originOf("subject"),
                "",
                "The policy does not say which pods it is about.",
                "Write `subject` with one of namespaces, pods.");
        return new Peer.Pods(Optional.of(LabelSelector.EVERYTHING), Optional.empty());
    }

    private static Optional<Peer.Pods> pods(Fields fields) {
        Optional<LabelSelector> namespaces = fields.object("namespaces", LabelSelector::read);
        Optional<Peer.Pods> pods = fields.object(
                "pods",
                both -> new Peer.Pods(
                        Optional.of(both.object("namespaceSelector", LabelSelector::read)
                                .orElse(LabelSelector.EVERYTHING)),
                        Optional.of(
                                both.object("podSelector", LabelSelector::read).orElse(LabelSelector.EVERYTHING))));
        return pods.or(() -> namespaces.map(selector -> new Peer.Pods(Optional.of(selector), Optional.empty())));
    }

    private static AdminRule rule(Fields fields, String peers) {
        fields.ignore("name");
        String written = fields.text("action");
        Action action = ACTIONS.get(written);
        if (action == null) {
            fields.invalid(
                    fields.originOf("action"), written, "This is no action.", "Write Accept or Allow, Deny or Pass.");
        }
        List<Peer> all = new ArrayList<>();
        fields.list(peers, AdminPolicyReader::peers).forEach(all::addAll);
        List<PortMatch> ports = Stream.concat(
                        fields.list("ports", AdminPolicyReader::port).stream(),
                        fields.list("protocols", AdminPolicyReader::protocol).stream())
                .flatMap(List::stream)
                .toList();
        return new AdminRule(action == null ? Action.DENY : action, new NetworkRule(all, ports, fields.origin()));
    }

    private static List<Peer> peers(Fields fields) {
        List<Peer> all = new ArrayList<>();
        pods(fields).ifPresent(all::add);
        for (Scalar network : fields.scalars("networks")) {
            AddressRange.ofCidr(network.text())
                    .ifPresentOrElse(
                            range -> all.add(new Peer.Addresses(range, List.of())),
                            () -> fields.invalid(
                                    network.origin(),
                                    network.text(),
                                    "This is not a range of addresses.",
                                    "Write a CIDR."));
        }
        fields.object("nodes", LabelSelector::read).ifPresent(nodes -> all.add(new Peer.Undecidable("nodes " + nodes)));
        fields.texts("domainNames").forEach(name -> all.add(new Peer.Undecidable("domain " + name)));
        return all;
    }

    private static List<PortMatch> port(Fields fields) {
        List<PortMatch> all = new ArrayList<>();
        fields.object(
                        "portNumber",
                        number -> number.number("port").map(port -> PortMatch.range(named(number), port, port)))
                .flatMap(read -> read)
                .ifPresent(all::add);
        fields.object(
                        "portRange",
                        range -> PortMatch.range(
                                named(range),
                                range.number("start").orElse(1),
                                range.number("end").orElse(1)))
                .ifPresent(all::add);
        String name = fields.text("namedPort");
        return name.isEmpty() ? all : anyProtocol(name);
    }

    private static Protocol named(Fields fields) {
        String written = fields.text("protocol");
        return Arrays.stream(Protocol.values())
                .filter(protocol -> protocol.name().equals(written))
                .findFirst()
                .orElse(Protocol.TCP);
    }

    private static List<PortMatch> protocol(Fields fields) {
        List<PortMatch> all = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            fields.object(protocol.name().toLowerCase(Locale.ROOT), inner -> destination(protocol, inner))
                    .ifPresent(all::add);
        }
        String name = fields.text("destinationNamedPort");
        return name.isEmpty() ? all : anyProtocol(name);
    }

    private static PortMatch destination(Protocol protocol, Fields fields) {
        return fields.object("destinationPort", port -> {
                    Optional<Integer> number = port.number("number");
                    Optional<PortMatch> range = port.object(
                            "range",
                            ends -> PortMatch.range(
                                    protocol,
                                    ends.number("start").orElse(1),
                                    ends.number("end").orElse(1)));
                    return range.orElseGet(() -> PortMatch.range(protocol, number.orElse(1), number.orElse(1)));
                })
                .orElse(PortMatch.all(protocol));
    }

    private static List<PortMatch> anyProtocol(String name) {
        return Arrays.stream(Protocol.values())
                .map(protocol -> PortMatch.named(protocol, name))
                .toList();
    }
}
