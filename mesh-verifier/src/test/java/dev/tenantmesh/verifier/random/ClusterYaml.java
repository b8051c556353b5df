package dev.tenantmesh.verifier.random;

import dev.tenantmesh.verifier.random.Cluster.Access;
import dev.tenantmesh.verifier.random.Cluster.Admin;
import dev.tenantmesh.verifier.random.Cluster.AdminRule;
import dev.tenantmesh.verifier.random.Cluster.Clause;
import dev.tenantmesh.verifier.random.Cluster.Member;
import dev.tenantmesh.verifier.random.Cluster.Peers;
import dev.tenantmesh.verifier.random.Cluster.Policy;
import dev.tenantmesh.verifier.random.Cluster.Ports;
import dev.tenantmesh.verifier.random.Cluster.Rule;
import dev.tenantmesh.verifier.random.Cluster.Select;
import dev.tenantmesh.verifier.random.Cluster.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a cluster as manifests, one flow mapping each, so that every empty and every missing field stays what it is. */
final class ClusterYaml {

    private ClusterYaml() {}

    /** One object each. */
    static List<String> objects(Cluster cluster) {
        List<String> all = new ArrayList<>();
        cluster.spaces()
                .forEach(space -> all.add(object(
                        "v1",
                        "Namespace",
                        "",
                        space.name(),
                        "metadata: {name: " + space.name() + ", labels: " + map(space.labels()) + "}")));
        cluster.members().forEach(member -> all.add(member(member)));
        cluster.policies().forEach(policy -> all.add(policy(policy)));
        cluster.admins().forEach(admin -> all.add(admin(admin)));
        cluster.authentications().forEach(peers -> all.add(authentication(peers)));
        cluster.accesses().forEach(access -> all.add(access(access)));
        return all;
    }

    private static String object(String version, String kind, String space, String name, String rest) {
        String metadata = rest.startsWith("metadata")
                ? ""
                : ", metadata: {name: " + name + (space.isEmpty() ? "" : ", namespace: " + space) + "}";
        return "{apiVersion: " + version + ", kind: " + kind + metadata + ", " + rest + "}";
    }

    private static String member(Member member) {
        String ports = member.ports().entrySet().stream()
                .map(port -> "{name: " + port.getKey() + ", containerPort: " + port.getValue() + "}")
                .collect(Collectors.joining(", ", "[", "]"));
        return object(
                "v1",
                "Pod",
                member.space(),
                member.name(),
                "metadata: {name: " + member.name() + ", namespace: " + member.space() + ", labels: "
                        + map(member.labels()) + "}, spec: {serviceAccountName: " + member.account()
                        + (member.hostNetwork() ? ", hostNetwork: true" : "")
                        + ", containers: [{name: c, ports: " + ports + "}]}");
    }

    private static String policy(Policy policy) {
        String types = policy.types().isEmpty() ? "" : ", policyTypes: " + policy.types();
        return object(
                "networking.k8s.io/v1",
                "NetworkPolicy",
                policy.space(),
                policy.name(),
                "spec: {podSelector: " + select(policy.pods()) + types
                        + optional(", ingress: ", policy.ingress(), rule -> rule(rule, "from"))
                        + optional(", egress: ", policy.egress(), rule -> rule(rule, "to")) + "}");
    }

    private static String rule(Rule rule, String peers) {
        String all = optional(", " + peers + ": ", rule.targets(), ClusterYaml::target)
                + optional(", ports: ", rule.ports(), ClusterYaml::ports);
        return "{" + (all.isEmpty() ? "" : all.substring(2)) + "}";
    }

    private static String target(Target target) {
        if (target.block() != null) {
            return "{ipBlock: {cidr: " + target.block().cidr() + ", except: "
                    + target.block().except() + "}}";
        }
        String spaces = target.spaces() == null ? "" : ", namespaceSelector: " + select(target.spaces());
        String pods = target.pods() == null ? "" : ", podSelector: " + select(target.pods());
        return "{" + (spaces + pods).substring(2) + "}";
    }

    private static String ports(Ports ports) {
        String all = (ports.protocol() == null ? "" : ", protocol: " + ports.protocol())
                + (ports.port() == null ? "" : ", port: " + ports.port())
                + (ports.end() == null ? "" : ", endPort: " + ports.end());
        return "{" + all.substring(2) + "}";
    }

    private static String admin(Admin admin) {
        return object(
                "policy.networking.k8s.io/v1alpha2",
                "ClusterNetworkPolicy",
                "",
                admin.name(),
                "spec: {tier: " + admin.tier() + ", priority: " + admin.priority() + ", subject: {namespaces: "
                        + select(admin.subject()) + "}"
                        + optional(", ingress: ", admin.ingress(), rule -> adminRule(rule, "from"))
                        + optional(", egress: ", admin.egress(), rule -> adminRule(rule, "to")) + "}");
    }

    private static String adminRule(AdminRule rule, String peers) {
        String targets = rule.targets().stream()
                .map(target -> target.block() != null
                        ? "{networks: [" + target.block().cidr() + "]}"
                        : target.pods() == null
                                ? "{namespaces: " + select(target.spaces()) + "}"
                                : "{pods: {namespaceSelector: " + select(target.spaces()) + ", podSelector: "
                                        + select(target.pods()) + "}}")
                .collect(Collectors.joining(", ", "[", "]"));
        String ports = rule.ports().stream()
                .map(port -> "{tcp: {destinationPort: {range: {start: " + port.port() + ", end: " + port.end() + "}}}}")
                .collect(Collectors.joining(", ", "[", "]"));
        return "{action: " + rule.action() + ", " + peers + ": " + targets
                + (rule.ports().isEmpty() ? "" : ", protocols: " + ports) + "}";
    }

    private static String authentication(Peers peers) {
        String ports = peers.ports().entrySet().stream()
                .map(port -> "\"" + port.getKey() + "\": {mode: " + port.getValue() + "}")
                .collect(Collectors.joining(", ", ", portLevelMtls: {", "}"));
        return object(
                "security.istio.io/v1",
                "PeerAuthentication",
                peers.space(),
                peers.name(),
                "spec: {" + selector(peers.pods(), peers.bare()) + "mtls: {mode: " + peers.mode() + "}"
                        + (peers.ports().isEmpty() ? "" : ports) + "}");
    }

    private static String access(Access access) {
        return object(
                "security.istio.io/v1",
                "AuthorizationPolicy",
                access.space(),
                access.name(),
                "spec: {" + selector(access.pods(), access.bare())
                        + "action: " + access.action()
                        + optional(", rules: ", access.rules(), ClusterYaml::clause) + "}");
    }

    private static String selector(Map<String, String> pods, boolean bare) {
        return pods.isEmpty() ? bare ? "selector: {}, " : "" : "selector: {matchLabels: " + map(pods) + "}, ";
    }

    private static String clause(Clause clause) {
        String source = texts("principals", clause.principals())
                + texts("notPrincipals", clause.notPrincipals())
                + texts("namespaces", clause.spaces())
                + texts("notNamespaces", clause.notSpaces())
                + texts("serviceAccounts", clause.accounts())
                + texts("ipBlocks", clause.blocks());
        String operation = texts("ports", clause.ports()) + texts("notPorts", clause.notPorts());
        String all = (source.isEmpty() ? "" : ", from: [{source: {" + source.substring(2) + "}}]")
                + (operation.isEmpty() ? "" : ", to: [{operation: {" + operation.substring(2) + "}}]");
        return "{" + (all.isEmpty() ? "" : all.substring(2)) + "}";
    }

    private static String texts(String key, List<String> values) {
        return values.isEmpty()
                ? ""
                : ", " + key + ": "
                        + values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", ", "[", "]"));
    }

    private static String select(Select select) {
        String expressions = select.expressions().stream()
                .map(one -> "{key: " + one.key() + ", operator: " + one.operator()
                        + (one.values().isEmpty() ? "" : ", values: " + one.values()) + "}")
                .collect(Collectors.joining(", ", "matchExpressions: [", "]"));
        return "{" + (select.equal().isEmpty() ? "" : "matchLabels: " + map(select.equal()))
                + (select.equal().isEmpty() || select.expressions().isEmpty() ? "" : ", ")
                + (select.expressions().isEmpty() ? "" : expressions) + "}";
    }

    private static String map(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + ": " + label.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static <T> String optional(String key, @Nullable List<T> all, Function<T, String> one) {
        return all == null ? "" : key + all.stream().map(one).collect(Collectors.joining(", ", "[", "]"));
    }
}
