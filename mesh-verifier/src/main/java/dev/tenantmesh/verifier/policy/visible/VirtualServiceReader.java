package dev.tenantmesh.verifier.policy.visible;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.policy.visible.VirtualService.Route;
import dev.tenantmesh.verifier.select.ExportTo;
import dev.tenantmesh.verifier.select.HostPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads VirtualServices: whom they are for and where they lead; what else routes ask of a request is left open. */
final class VirtualServiceReader {

    private final Problems problems;

    VirtualServiceReader(Problems problems) {
        this.problems = problems;
    }

    VirtualService read(Manifest manifest) {
        return Fields.spec(manifest, problems, spec -> new Routes(manifest, spec).read());
    }

    /** The routes of one of them, as they are collected. */
    private static final class Routes {
        private final Manifest manifest;
        private final Fields spec;
        private final List<Route> routes = new ArrayList<>();
        private final List<String> parts = new ArrayList<>();
        private boolean answers;

        Routes(Manifest manifest, Fields spec) {
            this.manifest = manifest;
            this.spec = spec;
        }

        VirtualService read() {
            for (String protocol : List.of("http", "tls", "tcp")) {
                spec.list(protocol, this::entry);
            }
            return new VirtualService(
                    MeshObject.of(manifest),
                    spec.texts("hosts").stream()
                            .map(host -> HostPattern.written(host, manifest.namespace()))
                            .toList(),
                    spec.texts("gateways"),
                    routes,
                    parts,
                    answers,
                    ExportTo.of(spec.texts("exportTo")));
        }

        private Fields entry(Fields fields) {
            fields.ignoreAll();
            List<Fields> led = fields.list("route", route -> destination(route, false));
            fields.list("mirrors", mirror -> destination(mirror, true));
            fields.object("mirror", mirror -> add(mirror, true));
            Optional<String> part = fields.object("delegate", delegate -> {
                String namespace = delegate.text("namespace");
                return (namespace.isEmpty() ? manifest.namespace() : namespace) + "/" + delegate.text("name");
            });
            part.ifPresent(parts::add);
            answers |= led.isEmpty() && part.isEmpty();
            return fields;
        }

        private Fields destination(Fields fields, boolean copy) {
            fields.ignoreAll();
            fields.object("destination", destination -> add(destination, copy));
            return fields;
        }

        private Fields add(Fields destination, boolean copy) {
            Optional<Integer> port = destination
                    .object("port", written -> written.number("number"))
                    .flatMap(number -> number);
            routes.add(new Route(
                    HostPattern.written(destination.text("host"), manifest.namespace()),
                    destination.text("subset"),
                    port,
                    copy));
            return destination;
        }
    }
}
