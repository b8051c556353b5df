package dev.tenantmesh.verifier.policy.route;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.select.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads Ingresses: one route for each host, and one for any host where there is a default.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/ingress/">Ingress</a>
 */
public final class IngressReader {

    private static final String CLASS = "kubernetes.io/ingress.class";

    private final Problems problems;

    public IngressReader(Problems problems) {
        this.problems = problems;
    }

    /** The routes of an Ingress. */
    public List<HostRoute> read(Manifest manifest) {
        return Fields.spec(manifest, problems, spec -> {
            String written = spec.text("ingressClassName");
            String controller = written.isEmpty() ? manifest.annotations().getOrDefault(CLASS, "") : written;
            boolean tls = spec.has("tls");
            spec.ignore("tls");
            List<HostRoute> routes = new ArrayList<>();
            spec.object("defaultBackend", backend -> backend(backend, manifest))
                    .flatMap(target -> target)
                    .ifPresent(target -> routes.add(route(manifest, controller, "*", tls, List.of(target))));
            routes.addAll(spec.list("rules", rule -> {
                String host = rule.text("host");
                List<Target> targets = rule
                        .object("http", http -> http.list("paths", path -> path(path, manifest)))
                        .orElse(List.of())
                        .stream()
                        .flatMap(Optional::stream)
                        .toList();
                return route(manifest, controller, host.isEmpty() ? "*" : host, tls, targets);
            }));
            return List.copyOf(routes);
        });
    }

    private static HostRoute route(
            Manifest manifest, String controller, String host, boolean tls, List<Target> targets) {
        return new HostRoute(
                HostRoute.Kind.INGRESS,
                manifest.namespace(),
                manifest.name(),
                controller,
                List.of(host),
                tls ? "edge" : "",
                targets,
                Truth.YES,
                manifest.origin());
    }

    private Optional<Target> path(Fields path, Manifest manifest) {
        path.ignore("path", "pathType");
        return path.object("backend", backend -> backend(backend, manifest)).flatMap(target -> target);
    }

    private Optional<Target> backend(Fields backend, Manifest manifest) {
        if (backend.has("resource")) {
            backend.ignore("resource");
            problems.error(
                    ProblemCode.TARGET_NOT_UNDERSTOOD,
                    backend.originOf("resource"),
                    "resource",
                    "It is not known whom the object leads to.",
                    "Name a Service, or leave the route out and say so.");
        }
        return backend.object("service", service -> {
            TargetPort port = service.object("port", IngressReader::port).orElse(TargetPort.ANY);
            return Target.service(manifest.namespace(), service.text("name"), port, service.origin());
        });
    }

    private static TargetPort port(Fields fields) {
        String name = fields.text("name");
        Optional<Integer> number = fields.number("number");
        return number.map(TargetPort::ofService).orElse(name.isEmpty() ? TargetPort.ANY : TargetPort.ofService(name));
    }
}
