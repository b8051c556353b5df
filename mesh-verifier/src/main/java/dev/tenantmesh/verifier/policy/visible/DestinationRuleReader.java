package dev.tenantmesh.verifier.policy.visible;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.policy.visible.DestinationRule.Mode;
import dev.tenantmesh.verifier.policy.visible.DestinationRule.Policy;
import dev.tenantmesh.verifier.policy.visible.DestinationRule.Tls;
import dev.tenantmesh.verifier.select.ExportTo;
import dev.tenantmesh.verifier.select.HostPattern;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads DestinationRules. TLS settings without a mode turn TLS off, which few people expect. */
final class DestinationRuleReader {

    private final Problems problems;

    DestinationRuleReader(Problems problems) {
        this.problems = problems;
    }

    DestinationRule read(Manifest manifest) {
        return Fields.spec(manifest, problems, spec -> {
            String host = spec.text("host");
            if (host.isEmpty()) {
                spec.invalid(spec.origin(), manifest.name(), "A DestinationRule needs a host.", "Write `host`.");
            }
            SortedMap<String, Policy> subsets = new TreeMap<>();
            spec.list("subsets", subset -> {
                subset.ignore("labels");
                subsets.put(subset.text("name"), policy(subset));
                return subset;
            });
            return new DestinationRule(
                    MeshObject.of(manifest),
                    HostPattern.written(host, manifest.namespace()),
                    policy(spec),
                    subsets,
                    ExportTo.of(spec.texts("exportTo")),
                    spec.object("workloadSelector", selector -> LabelSelector.of(selector.map("matchLabels"))));
        });
    }

    private Policy policy(Fields fields) {
        return fields.object("trafficPolicy", policy -> {
                    ignoreOthers(policy);
                    SortedMap<Integer, Optional<Tls>> ports = new TreeMap<>();
                    policy.list("portLevelSettings", settings -> {
                        ignoreOthers(settings);
                        settings.object("port", port -> port.number("number"))
                                .flatMap(number -> number)
                                .ifPresent(number -> ports.put(number, settings.object("tls", this::tls)));
                        return settings;
                    });
                    return new Policy(policy.object("tls", this::tls), ports);
                })
                .orElse(Policy.NONE);
    }

    private static void ignoreOthers(Fields policy) {
        policy.ignore(
                "loadBalancer", "connectionPool", "outlierDetection", "tunnel", "proxyProtocol", "retryBudget", "tls");
    }

    private Tls tls(Fields fields) {
        fields.ignoreAll();
        String written = fields.text("mode");
        Optional<Mode> mode = Arrays.stream(Mode.values())
                .filter(known -> known.name().equals(written))
                .findFirst();
        if (written.isEmpty()) {
            problems.warning(
                    ProblemCode.MODE_LEFT_OUT,
                    fields.origin(),
                    "tls",
                    "Without a mode it is DISABLE: clients send plaintext.",
                    "Write `mode: ISTIO_MUTUAL`, SIMPLE, MUTUAL or DISABLE, or leave `tls` out.");
        } else if (mode.isEmpty()) {
            String fix = "Write ISTIO_MUTUAL, SIMPLE, MUTUAL or DISABLE.";
            fields.invalid(fields.originOf("mode"), written, "This is no mode.", fix);
        }
        return new Tls(mode.orElse(Mode.DISABLE), fields.origin());
    }
}
