package dev.tenantmesh.verifier.random;

import dev.tenantmesh.verifier.random.Cluster.Access;
import dev.tenantmesh.verifier.random.Cluster.Admin;
import dev.tenantmesh.verifier.random.Cluster.AdminRule;
import dev.tenantmesh.verifier.random.Cluster.Clause;
import dev.tenantmesh.verifier.random.Cluster.Expression;
import dev.tenantmesh.verifier.random.Cluster.Member;
import dev.tenantmesh.verifier.random.Cluster.Peers;
import dev.tenantmesh.verifier.random.Cluster.Policy;
import dev.tenantmesh.verifier.random.Cluster.Ports;
import dev.tenantmesh.verifier.random.Cluster.Rule;
import dev.tenantmesh.verifier.random.Cluster.Select;
import dev.tenantmesh.verifier.random.Cluster.Target;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers for one pod, one other pod, one port and one way, as slowly and plainly as the documents describe it. */
record BruteForce(Cluster cluster, Choice choice) {

    boolean connects(Member source, Member destination, String protocol, int port, boolean mutual) {
        if (destination.isOutside()) {
            return !mutual && out(source, destination, protocol, port);
        }
        boolean tcp = protocol.equals("TCP");
        if (tcp && plane(destination).equals("ambient")) {
            return throughNode(source, destination, port, mutual);
        }
        if (tcp && plane(destination).equals("sidecar")) {
            return throughSidecar(source, destination, port, mutual);
        }
        return !mutual && network(source, destination, protocol, port);
    }

    private boolean network(Member source, Member destination, String protocol, int port) {
        return (source.isOutside() || out(source, destination, protocol, port))
                && in(source, destination, protocol, port);
    }

    private boolean throughNode(Member source, Member destination, int port, boolean mutual) {
        if (List.of(15001, 15006, 15008).contains(port)) {
            return false;
        }
        if (mutual) {
            boolean able = plane(source).equals("ambient") || (plane(source).equals("sidecar") && choice.interop());
            return able && network(source, destination, "TCP", 15008) && admitted(source, destination, port, true);
        }
        boolean local = source.hostNetwork() && choice.oneNode();
        return network(source, destination, "TCP", port)
                && (local
                        || (!new NodePolicies(cluster).deniesPlaintext(destination, port)
                                && admitted(source, destination, port, false)));
    }

    private boolean throughSidecar(Member source, Member destination, int port, boolean mutual) {
        if (List.of(15020, 15021, 15090).contains(port)) {
            return !mutual && network(source, destination, "TCP", port);
        }
        if (List.of(15001, 15006).contains(port)) {
            return false;
        }
        String mode = mode(destination, port);
        if (!mutual) {
            return network(source, destination, "TCP", port)
                    && !mode.equals("STRICT")
                    && admitted(source, destination, port, false);
        }
        boolean injected = plane(source).equals("sidecar");
        boolean direct = injected && network(source, destination, "TCP", port) && !mode.equals("DISABLE");
        boolean tunnel = (injected || (plane(source).equals("ambient") && choice.interop()))
                && choice.tunnels()
                && cluster.spaces().stream()
                        .anyMatch(space -> space.labels()
                                .getOrDefault("istio.io/dataplane-mode", "")
                                .equals("ambient"))
                && network(source, destination, "TCP", 15008);
        return (direct || tunnel) && admitted(source, destination, port, true);
    }

    private String plane(Member member) {
        if (member.isOutside() || member.hostNetwork()) {
            return "none";
        }
        Map<String, String> labels = labels(member.space());
        return labels.getOrDefault("istio-injection", "").equals("enabled")
                ? "sidecar"
                : labels.getOrDefault("istio.io/dataplane-mode", "").equals("ambient") ? "ambient" : "none";
    }

    private Map<String, String> labels(String space) {
        Map<String, String> labels = new HashMap<>();
        cluster.spaces().forEach(one -> {
            if (one.name().equals(space)) {
                labels.putAll(one.labels());
            }
        });
        labels.put("kubernetes.io/metadata.name", space);
        return labels;
    }

    private boolean out(Member source, Member destination, String protocol, int port) {
        return direction(source, destination, destination, protocol, port, false);
    }

    private boolean in(Member source, Member destination, String protocol, int port) {
        return direction(destination, source, destination, protocol, port, true);
    }

    private boolean direction(
            Member subject, Member other, Member destination, String protocol, int port, boolean ingress) {
        if (subject.hostNetwork()) {
            return true;
        }
        String admin = tier("Admin", subject, other, destination, protocol, port, ingress);
        if (!admin.equals("Pass")) {
            return admin.equals("Accept");
        }
        boolean selected = false;
        for (Policy policy : cluster.policies()) {
            if (policy.space().equals(subject.space())
                    && matches(policy.pods(), subject.labels())
                    && isFor(policy, ingress)) {
                selected = true;
                List<Rule> rules = ingress ? policy.ingress() : policy.egress();
                for (Rule rule : rules == null ? List.<Rule>of() : rules) {
                    if (peers(rule.targets(), subject, other) && ports(rule.ports(), destination, protocol, port)) {
                        return true;
                    }
                }
            }
        }
        return !selected
                && !tier("Baseline", subject, other, destination, protocol, port, ingress)
                        .equals("Deny");
    }

    private static boolean isFor(Policy policy, boolean ingress) {
        if (policy.types().isEmpty()) {
            return ingress || (policy.egress() != null && !policy.egress().isEmpty());
        }
        return policy.types().contains(ingress ? "Ingress" : "Egress");
    }

    private String tier(
            String tier, Member subject, Member other, Member destination, String protocol, int port, boolean ingress) {
        List<Admin> inOrder = cluster.admins().stream()
                .filter(admin -> admin.tier().equals(tier))
                .sorted(Comparator.comparing(Admin::priority))
                .toList();
        for (Admin admin : inOrder) {
            if (matches(admin.subject(), labels(subject.space()))) {
                for (AdminRule rule : ingress ? admin.ingress() : admin.egress()) {
                    boolean peer = rule.targets().stream().anyMatch(target -> isAdminTarget(target, other));
                    if (peer && (rule.ports().isEmpty() || ports(rule.ports(), destination, protocol, port))) {
                        return rule.action();
                    }
                }
            }
        }
        return "Pass";
    }

    private boolean peers(@Nullable List<Target> targets, Member subject, Member other) {
        return targets == null
                || targets.isEmpty()
                || targets.stream().anyMatch(target -> isTarget(target, subject.space(), other));
    }

    /** Selectors of administrators never select pods on the host network, whatever a plugin makes of NetworkPolicies. */
    private boolean isAdminTarget(Target target, Member other) {
        return !(other.hostNetwork() && target.block() == null) && isTarget(target, "", other);
    }

    private boolean isTarget(Target target, String home, Member other) {
        if (target.block() != null) {
            boolean excepted = target.block().except().stream().anyMatch(one -> isIn(one, other.address()));
            return (other.isOutside() || choice.blocksMatchPods() || other.hostNetwork())
                    && isIn(target.block().cidr(), other.address())
                    && !excepted;
        }
        if (other.isOutside() || (other.hostNetwork() && !choice.selectsHosts())) {
            return false;
        }
        boolean space =
                target.spaces() == null ? other.space().equals(home) : matches(target.spaces(), labels(other.space()));
        return space && (target.pods() == null || matches(target.pods(), other.labels()));
    }

    static boolean isIn(String cidr, String address) {
        int bits = 32 - Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
        return bits == 32 || number(cidr.substring(0, cidr.indexOf('/'))) >> bits == number(address) >> bits;
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.", -1)) {
            number = number * 256 + Integer.parseInt(part);
        }
        return number;
    }

    private static boolean ports(@Nullable List<Ports> ports, Member destination, String protocol, int port) {
        if (ports == null || ports.isEmpty()) {
            return true;
        }
        for (Ports one : ports) {
            boolean sameProtocol = protocol.equals(one.protocol() == null ? "TCP" : one.protocol());
            if (sameProtocol && (one.port() == null || isPort(one, destination, port))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPort(Ports one, Member destination, int port) {
        if (one.port().equals("http")) {
            return destination.ports().getOrDefault("http", -1) == port;
        }
        int first = Integer.parseInt(one.port());
        return first <= port && port <= (one.end() == null ? first : one.end());
    }

    static boolean matches(Select select, Map<String, String> labels) {
        for (Map.Entry<String, String> equal : select.equal().entrySet()) {
            if (!equal.getValue().equals(labels.get(equal.getKey()))) {
                return false;
            }
        }
        for (Expression expression : select.expressions()) {
            String value = labels.get(expression.key());
            boolean met = switch (expression.operator()) {
                case "In" -> value != null && expression.values().contains(value);
                case "NotIn" -> value == null || !expression.values().contains(value);
                case "Exists" -> value != null;
                default -> value == null;
            };
            if (!met) {
                return false;
            }
        }
        return true;
    }

    private String mode(Member pod, int port) {
        String mode = "PERMISSIVE";
        for (String scope : List.of("istio-system", pod.space())) {
            for (Peers peers : cluster.authentications()) {
                if (peers.space().equals(scope)
                        && peers.pods().isEmpty()
                        && !peers.mode().equals("UNSET")) {
                    mode = peers.mode();
                }
            }
        }
        for (Peers peers : cluster.authentications()) {
            if (peers.space().equals(pod.space())
                    && !peers.pods().isEmpty()
                    && pod.labels().entrySet().containsAll(peers.pods().entrySet())) {
                mode = peers.mode().equals("UNSET") ? mode : peers.mode();
                String own = peers.ports().getOrDefault(port, "UNSET");
                mode = own.equals("UNSET") ? mode : own;
            }
        }
        return mode;
    }

    private boolean admitted(Member source, Member destination, int port, boolean mutual) {
        boolean allows = false;
        boolean allowed = false;
        for (Access access : cluster.accesses()) {
            boolean unseen = access.bare() && plane(destination).equals("ambient");
            boolean applies = !unseen
                    && (access.space().equals("istio-system") || access.space().equals(destination.space()))
                    && destination.labels().entrySet().containsAll(access.pods().entrySet());
            if (applies) {
                boolean match = access.rules().stream()
                        .anyMatch(clause -> matches(clause, access.space(), source, port, mutual));
                if (access.action().equals("DENY") && match) {
                    return false;
                }
                allows |= access.action().equals("ALLOW");
                allowed |= access.action().equals("ALLOW") && match;
            }
        }
        return !allows || allowed;
    }

    private static boolean matches(Clause clause, String home, Member source, int port, boolean mutual) {
        String principal = mutual ? "cluster.local/ns/" + source.space() + "/sa/" + source.account() : "";
        String space = mutual ? source.space() : "";
        return (clause.principals().isEmpty() || like(clause.principals(), principal))
                && (clause.notPrincipals().isEmpty() || !like(clause.notPrincipals(), principal))
                && (clause.spaces().isEmpty() || like(clause.spaces(), space))
                && (clause.notSpaces().isEmpty() || !like(clause.notSpaces(), space))
                && (clause.accounts().isEmpty() || (mutual && isAccount(clause.accounts(), home, source)))
                && (clause.blocks().isEmpty()
                        || clause.blocks().stream().anyMatch(block -> isIn(block, source.address())))
                && (clause.ports().isEmpty() || clause.ports().contains("" + port))
                && (clause.notPorts().isEmpty() || !clause.notPorts().contains("" + port));
    }

    private static boolean isAccount(List<String> accounts, String home, Member source) {
        return accounts.stream()
                .map(account -> account.contains("/") ? account : home + "/" + account)
                .anyMatch((source.space() + "/" + source.account())::equals);
    }

    private static boolean like(List<String> patterns, String text) {
        return !text.isEmpty()
                && patterns.stream()
                        .anyMatch(pattern -> pattern.startsWith("*")
                                ? text.endsWith(pattern.substring(1))
                                : pattern.endsWith("*")
                                        ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                                        : text.equals(pattern));
    }
}
