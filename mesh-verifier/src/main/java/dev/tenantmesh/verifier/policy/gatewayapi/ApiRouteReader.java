package dev.tenantmesh.verifier.policy.gatewayapi;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.policy.gatewayapi.ApiRoute.Parent;
import dev.tenantmesh.verifier.policy.route.Target;
import dev.tenantmesh.verifier.policy.route.TargetPort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the routes of the Gateway API, and the grants that they need. */
public final class ApiRouteReader {

    private final Problems problems;

    public ApiRouteReader(Problems problems) {
        this.problems = problems;
    }

    /** The route that a manifest is. */
    public ApiRoute read(Manifest manifest) {
        return Fields.spec(manifest, problems, spec -> {
            List<String> hosts = spec.texts("hostnames").stream()
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .toList();
            List<Target> targets = spec.list("rules", rule -> rule(rule, manifest)).stream()
                    .flatMap(List::stream)
                    .toList();
            List<Parent> parents = spec.list("parentRefs", parent -> parent(parent, manifest)).stream()
                    .flatMap(Optional::stream)
                    .toList();
            return new ApiRoute(
                    manifest.kind(), manifest.namespace(), manifest.name(), hosts, parents, targets, manifest.origin());
        });
    }

    private Optional<Parent> parent(Fields fields, Manifest manifest) {
        String kind = or(fields.text("kind"), "Gateway");
        String group = fields.has("group") || kind.equals("Service") ? fields.text("group") : ApiRoute.GROUP;
        Parent parent = new Parent(
                kind,
                or(fields.text("namespace"), manifest.namespace()),
                fields.text("name"),
                fields.text("sectionName"),
                fields.number("port").orElse(0));
        boolean known = (kind.equals("Gateway") && group.equals(ApiRoute.GROUP))
                || (kind.equals("Service") && (group.isEmpty() || group.equals("core")));
        if (!known) {
            String why = "It is not known what a route does that attaches to such an object.";
            report(fields, kind + " of " + group, why, "Attach it to a Gateway or a Service.");
        }
        return known ? Optional.of(parent) : Optional.empty();
    }

    private List<Target> rule(Fields rule, Manifest manifest) {
        rule.ignore("name", "matches", "timeouts", "retry", "sessionPersistence");
        Stream<Target> mirrors = mirrors(rule, manifest);
        Stream<Target> backends = rule
                .list("backendRefs", backend -> {
                    backend.ignore("weight");
                    return Stream.concat(target(backend, manifest).stream(), mirrors(backend, manifest));
                })
                .stream()
                .flatMap(targets -> targets);
        return Stream.concat(backends, mirrors).toList();
    }

    private Stream<Target> mirrors(Fields fields, Manifest manifest) {
        return fields
                .list("filters", filter -> {
                    Optional<Target> mirror = filter.object("requestMirror", settings -> {
                                settings.ignore("percent", "fraction");
                                return settings.object("backendRef", backend -> target(backend, manifest));
                            })
                            .flatMap(written -> written)
                            .flatMap(written -> written);
                    filter.ignoreAll();
                    return mirror;
                })
                .stream()
                .flatMap(Optional::stream);
    }

    private Optional<Target> target(Fields fields, Manifest manifest) {
        fields.ignore("weight");
        String group = fields.text("group");
        String kind = or(fields.text("kind"), "Service");
        String namespace = or(fields.text("namespace"), manifest.namespace());
        TargetPort port = fields.number("port").map(TargetPort::ofService).orElse(TargetPort.ANY);
        if (kind.equals("Hostname") && group.equals("networking.istio.io")) {
            return Optional.of(Target.host(fields.text("name"), namespace, port, fields.origin()));
        }
        if (!kind.equals("Service") || !group.isEmpty()) {
            String why = "It is not known whom the object leads to.";
            report(fields, kind + " of " + group, why, "Name a Service, or leave the route out and say so.");
            return Optional.empty();
        }
        return Optional.of(Target.service(namespace, fields.text("name"), port, fields.origin()));
    }

    private void report(Fields fields, String value, String why, String fix) {
        problems.error(ProblemCode.TARGET_NOT_UNDERSTOOD, fields.originOf("kind"), value, why, fix);
    }

    /** The grant that a manifest is. */
    public ReferenceGrant grant(Manifest manifest) {
        return Fields.spec(
                manifest,
                problems,
                spec -> new ReferenceGrant(
                        manifest.namespace(),
                        spec.list(
                                "from",
                                from -> new ReferenceGrant.From(
                                        from.text("group"), from.text("kind"), from.text("namespace"))),
                        spec.list(
                                "to",
                                to -> new ReferenceGrant.To(to.text("group"), to.text("kind"), to.text("name")))));
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
