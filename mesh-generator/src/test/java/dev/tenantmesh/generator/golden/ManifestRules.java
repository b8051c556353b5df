package dev.tenantmesh.generator.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must be true of every manifest by itself, whatever model it comes from. */
final class ManifestRules {

    private static final String PART = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
    private static final Pattern SUBDOMAIN = Pattern.compile("(?=.{1,253}$)" + PART + "(\\." + PART + ")*");
    private static final Pattern NAMESPACE = Pattern.compile(PART);
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
    private static final Pattern LABEL_KEY =
            Pattern.compile("([-a-z0-9.]{1,253}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");

    private final Manifest manifest;
    private final List<String> violations = new ArrayList<>();

    private ManifestRules(Manifest manifest) {
        this.manifest = manifest;
    }

    /** What is wrong with a manifest; nothing if nothing is. */
    static List<String> violations(Manifest manifest) {
        ManifestRules rules = new ManifestRules(manifest);
        rules.metadata();
        switch (manifest.kind()) {
            case "NetworkPolicy" -> rules.networkPolicy();
            case "AuthorizationPolicy" -> rules.authorizationPolicy();
            case "PeerAuthentication" -> rules.peerAuthentication();
            case "Sidecar" -> rules.sidecar();
            case "DestinationRule", "ServiceEntry", "VirtualService" -> rules.exported();
            case "Deployment" -> rules.deployment();
            default -> {}
        }
        return rules.violations;
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            violations.add(manifest.path() + ": " + rule);
        }
    }

    private void metadata() {
        JsonNode metadata = manifest.tree().path("metadata");
        require(SUBDOMAIN.matcher(manifest.name()).matches(), "name");
        require(
                !metadata.has("namespace")
                        || NAMESPACE.matcher(manifest.namespace()).matches(),
                "namespace");
        require(metadata.path("labels").isObject(), "labels");
        metadata.path("labels").properties().forEach(label -> {
            require(LABEL_KEY.matcher(label.getKey()).matches(), "label key " + label.getKey());
            require(label.getValue().isTextual(), "label " + label.getKey() + " is a string");
            require(LABEL_VALUE.matcher(label.getValue().asText()).matches(), "label value of " + label.getKey());
        });
        metadata.path("annotations")
                .properties()
                .forEach(annotation -> require(
                        annotation.getValue().isTextual(), "annotation " + annotation.getKey() + " is a string"));
        require(manifest.label("app.kubernetes.io/managed-by").equals("tenant-mesh"), "managed-by");
        JsonNode reason = metadata.path("annotations").path("tenantmesh.dev/reason");
        require(reason.isTextual() && !reason.asText().isBlank(), "reason");
        require(
                manifest.is("ValidatingAdmissionPolicy")
                        || !manifest.tree().toString().contains("maistra.io/member-of"),
                "only the operator says who is a member");
        require(!manifest.is("Secret") && !manifest.tree().toString().contains("PRIVATE KEY"), "no secret is written");
    }

    private void networkPolicy() {
        require(manifest.spec().path("podSelector").isObject(), "podSelector");
        require(!manifest.spec().path("policyTypes").isEmpty(), "policyTypes");
        for (String direction : List.of("ingress", "egress")) {
            boolean typed = manifest.spec()
                    .path("policyTypes")
                    .valueStream()
                    .anyMatch(type -> type.asText().equalsIgnoreCase(direction));
            require(typed || manifest.spec().path(direction).isEmpty(), direction + " counts only with its policyType");
            manifest.spec().path(direction).forEach(this::networkRule);
        }
    }

    private void networkRule(JsonNode rule) {
        require(!rule.path("ports").isEmpty(), "a rule names its ports");
        rule.path("ports").forEach(port -> {
            require(Set.of("TCP", "UDP").contains(port.path("protocol").asText()), "protocol");
            require(port.path("port").isInt(), "a pod's owner can move a named port");
        });
        for (String peers : List.of("from", "to")) {
            rule.path(peers)
                    .forEach(peer -> require(
                            peer.has("ipBlock")
                                    || !peer.path("namespaceSelector").isEmpty(),
                            "a peer names its namespaces or addresses"));
        }
    }

    private void authorizationPolicy() {
        String action = manifest.spec().path("action").asText();
        require(Set.of("ALLOW", "DENY").contains(action), "action");
        require(action.equals("ALLOW") || !manifest.spec().path("rules").isEmpty(), "a DENY denies something");
    }

    /** What the Pod Security Standard {@code restricted} asks for, and a port that needs no privilege. */
    private void deployment() {
        JsonNode pod = manifest.spec().at("/template/spec");
        require(pod.at("/securityContext/runAsNonRoot").asBoolean(), "not root");
        require(pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault"), "seccomp");
        require(!pod.has("hostNetwork") && !pod.has("hostPID") && !pod.has("volumes"), "nothing of the host");
        for (JsonNode container : pod.path("containers")) {
            JsonNode context = container.path("securityContext");
            require(!context.path("allowPrivilegeEscalation").asBoolean(true), "no escalation");
            require(context.at("/capabilities/drop/0").asText().equals("ALL"), "no capabilities");
            require(!context.path("capabilities").has("add"), "no capability added");
            container
                    .path("ports")
                    .forEach(port -> require(port.path("containerPort").asInt() > 1023, "no privileged port"));
        }
    }

    private void peerAuthentication() {
        require(manifest.spec().at("/mtls/mode").isTextual(), "mode");
        require(
                !manifest.spec().has("portLevelMtls")
                        || !manifest.spec().at("/selector/matchLabels").isEmpty(),
                "exceptions by port need a selector");
    }

    /** What the validating webhook refuses, and what would tell more or less than is meant. */
    private void sidecar() {
        JsonNode spec = manifest.spec();
        require(
                !spec.has("workloadSelector")
                        || !spec.at("/workloadSelector/labels").isEmpty(),
                "a selector selects");
        require(spec.at("/outboundTrafficPolicy/mode").isTextual(), "an absent mode is REGISTRY_ONLY");
        require(spec.path("egress").size() == 1, "one listener for everything");
        List<String> hosts =
                spec.at("/egress/0/hosts").valueStream().map(JsonNode::asText).toList();
        require(!hosts.isEmpty(), "a listener has hosts");
        boolean unbound = spec.at("/outboundTrafficPolicy/mode").asText().equals("ALLOW_ANY");
        require(
                hosts.stream().noneMatch(host -> host.startsWith("*/")) || (unbound && hosts.equals(List.of("*/*"))),
                "not every namespace");
        require(hosts.size() == 1 || hosts.stream().noneMatch(host -> host.startsWith("~")), "nothing stands alone");
        require(hosts.stream().distinct().count() == hosts.size(), "a host once");
    }

    private void exported() {
        List<String> exportTo = manifest.spec()
                .path("exportTo")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        require(!exportTo.isEmpty() && !exportTo.contains("*"), "exported to named namespaces");
    }
}
