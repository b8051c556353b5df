package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.List;
import java.util.Optional;

/** Reads Istio Gateways. A {@code tls} without a mode passes TLS through. */
public final class GatewayReader {

    private final Problems problems;

    public GatewayReader(Problems problems) {
        this.problems = problems;
    }

    /** The servers of a Gateway. */
    public List<GatewayServer> read(Manifest manifest) {
        return Fields.spec(manifest, problems, spec -> {
            LabelSelector pods = LabelSelector.of(spec.map("selector"));
            return spec.list("servers", server -> server(manifest, pods, server)).stream()
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    private static Optional<GatewayServer> server(Manifest manifest, LabelSelector pods, Fields fields) {
        fields.ignore("name", "bind", "defaultEndpoint");
        Optional<Integer> number = fields.object("port", port -> {
                    port.ignore("name", "protocol", "targetPort");
                    return port.number("number");
                })
                .flatMap(read -> read);
        String tls = fields.object("tls", settings -> {
                    settings.ignoreAll();
                    String mode = settings.text("mode");
                    return mode.isEmpty() ? "PASSTHROUGH" : mode;
                })
                .orElse("");
        List<String> hosts = fields.texts("hosts");
        if (number.isEmpty()) {
            fields.invalid(fields.origin(), "", "The server has no port.", "Write `port.number`.");
            return Optional.empty();
        }
        return Optional.of(new GatewayServer(
                manifest.namespace(), manifest.name(), pods, number.get(), tls, hosts, fields.origin()));
    }
}
