package dev.tenantmesh.verifier.policy.route;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.select.Truth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads Routes. A target port that is a text is the name of a Service's port, and a number is one of the pods.
 *
 * @see <a href="https://docs.openshift.com/container-platform/latest/rest_api/network_apis/route-route-openshift-io-v1.html">Route</a>
 */
public final class OpenShiftRouteReader {

    private final Problems problems;

    public OpenShiftRouteReader(Problems problems) {
        this.problems = problems;
    }

    /** The Route that a manifest is. */
    public HostRoute read(Manifest manifest) {
        return Fields.spec(manifest, problems, spec -> {
            spec.ignore("path", "httpHeaders", "subdomain");
            TargetPort port = spec.object("port", OpenShiftRouteReader::port).orElse(TargetPort.ANY);
            String tls = spec.object("tls", settings -> {
                        settings.ignoreAll();
                        return settings.text("termination");
                    })
                    .orElse("");
            Stream<Optional<Target>> targets = Stream.concat(
                    spec.object("to", to -> target(to, manifest, port)).stream(),
                    spec.list("alternateBackends", to -> target(to, manifest, port)).stream());
            return new HostRoute(
                    HostRoute.Kind.ROUTE,
                    manifest.namespace(),
                    manifest.name(),
                    "",
                    List.of(host(spec)),
                    tls,
                    targets.flatMap(Optional::stream).toList(),
                    Truth.YES,
                    manifest.origin());
        });
    }

    /** A wildcard Route serves the whole domain below; one without a host gets a name from the router. */
    private static String host(Fields spec) {
        String host = spec.text("host");
        boolean wildcard = spec.text("wildcardPolicy").equals("Subdomain");
        if (host.isEmpty()) {
            return "*";
        }
        return wildcard && host.contains(".") ? "*" + host.substring(host.indexOf('.')) : host;
    }

    private static TargetPort port(Fields fields) {
        String written = fields.text("targetPort");
        return written.matches("[0-9]+")
                ? TargetPort.ofPods(Integer.parseInt(written))
                : written.isEmpty() ? TargetPort.ANY : TargetPort.ofService(written);
    }

    private static Optional<Target> target(Fields fields, Manifest manifest, TargetPort port) {
        fields.ignore("weight");
        String kind = fields.text("kind");
        if (!kind.isEmpty() && !kind.equals("Service")) {
            fields.invalid(fields.originOf("kind"), kind, "A Route leads to Services only.", "Write Service.");
            return Optional.empty();
        }
        return Optional.of(Target.service(manifest.namespace(), fields.text("name"), port, fields.origin()));
    }
}
