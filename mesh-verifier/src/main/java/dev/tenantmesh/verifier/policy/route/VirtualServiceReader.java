package dev.tenantmesh.verifier.policy.route;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.policy.route.VirtualService.Delegate;
import dev.tenantmesh.verifier.policy.route.VirtualService.Protocol;
import dev.tenantmesh.verifier.policy.route.VirtualService.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads VirtualServices, with names of gateways and hosts in full. */
public final class VirtualServiceReader {

    private final Problems problems;

    public VirtualServiceReader(Problems problems) {
        this.problems = problems;
    }

    /** The VirtualService that a manifest is. */
    public VirtualService read(Manifest manifest) {
        String home = manifest.namespace();
        return Fields.spec(manifest, problems, spec -> {
            List<String> gateways = gateways(spec, home);
            List<String> hosts = spec.texts("hosts").stream()
                    .map(host -> fullName(host, home))
                    .toList();
            boolean limited = !gateways.isEmpty() || hosts.isEmpty();
            return new VirtualService(
                    home,
                    manifest.name(),
                    hosts,
                    limited ? gateways : List.of(VirtualService.MESH),
                    spec.texts("exportTo"),
                    rules(spec, home),
                    manifest.origin());
        });
    }

    private static String fullName(String host, String home) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.contains(".") || lower.startsWith("*") ? lower : Target.fqdn(lower, home);
    }

    private static List<Rule> rules(Fields spec, String home) {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(spec.list("http", rule -> http(rule, home)));
        rules.addAll(spec.list("tls", rule -> connection(rule, Protocol.TLS, home)));
        rules.addAll(spec.list("tcp", rule -> connection(rule, Protocol.TCP, home)));
        return rules;
    }

    private static Rule http(Fields rule, String home) {
        rule.ignore("name", "redirect", "directResponse", "rewrite", "timeout", "retries", "fault", "corsPolicy")
                .ignore("headers", "mirrorPercent", "mirror_percent", "mirrorPercentage");
        Stream<Target> routes =
                rule.list("route", route -> destination(route, home)).stream().flatMap(Optional::stream);
        Stream<Target> mirrors = rule.list("mirrors", mirror -> destination(mirror, home)).stream()
                .flatMap(Optional::stream);
        Optional<Target> mirror = rule.object("mirror", fields -> target(fields, home));
        Optional<Delegate> delegate = rule.object("delegate", fields -> {
            String namespace = fields.text("namespace");
            return new Delegate(namespace.isEmpty() ? home : namespace, fields.text("name"));
        });
        List<Target> targets =
                Stream.of(routes, mirrors, mirror.stream()).flatMap(all -> all).toList();
        return new Rule(Protocol.HTTP, limits(rule, home), targets, delegate, rule.origin());
    }

    private static Rule connection(Fields rule, Protocol protocol, String home) {
        List<Target> targets = rule.list("route", route -> destination(route, home)).stream()
                .flatMap(Optional::stream)
                .toList();
        return new Rule(protocol, limits(rule, home), targets, Optional.empty(), rule.origin());
    }

    private static Optional<Target> destination(Fields route, String home) {
        route.ignore("weight", "headers", "percentage");
        return route.object("destination", fields -> target(fields, home));
    }

    private static Target target(Fields fields, String home) {
        fields.ignore("subset");
        TargetPort port = fields.object("port", written -> written.number("number"))
                .flatMap(number -> number)
                .map(TargetPort::ofService)
                .orElse(TargetPort.ANY);
        return Target.host(fields.text("host"), home, port, fields.origin());
    }

    private static List<List<String>> limits(Fields rule, String home) {
        return rule.list("match", match -> {
            List<String> gateways = gateways(match, home);
            match.ignoreAll();
            return gateways;
        });
    }

    private static List<String> gateways(Fields fields, String home) {
        return fields.texts("gateways").stream()
                .map(name -> gateway(name, home))
                .toList();
    }

    /**
     * A gateway's name in full; beside {@code namespace/name} the older {@code name.namespace.svc...} still counts.
     *
     * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService">VirtualService</a>
     */
    private static String gateway(String name, String home) {
        if (name.equals(VirtualService.MESH)) {
            return name;
        }
        if (name.contains("/")) {
            return name.startsWith("./") ? home + name.substring(1) : name;
        }
        int dot = name.indexOf('.');
        String rest = name.substring(dot + 1);
        int next = rest.indexOf('.');
        return dot < 0 ? home + "/" + name : (next < 0 ? rest : rest.substring(0, next)) + "/" + name.substring(0, dot);
    }
}
