package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer.Api;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer.Binding;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.Namespace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    private static final int LAST_PORT = 65_535;

    private record Listened(Optional<Integer> number, String protocol) {}

    private static Optional<GatewayServer> server(Manifest manifest, LabelSelector pods, Fields fields) {
        fields.ignore("name", "bind", "defaultEndpoint");
        Listened port = fields.object("port", GatewayReader::port).orElse(new Listened(Optional.empty(), ""));
        String protocol = port.protocol();
        String tls = fields.object("tls", settings -> tls(settings, protocol)).orElse("");
        List<String> hosts = fields.texts("hosts");
        if (port.number().filter(number -> number > 0 && number <= LAST_PORT).isEmpty()) {
            String written = port.number().map(String::valueOf).orElse("");
            fields.invalid(
                    fields.origin(), written, "The server has no port.", "Write `port.number`, from 1 to 65535.");
            return Optional.empty();
        }
        return Optional.of(new GatewayServer(
                Api.ISTIO,
                manifest.namespace(),
                manifest.name(),
                "",
                pods,
                Optional.empty(),
                port.number().get(),
                protocol,
                tls,
                hosts,
                hosts.stream().map(host -> binding(host, manifest.namespace())).toList(),
                fields.origin()));
    }

    private static Listened port(Fields port) {
        port.ignore("name", "targetPort");
        return new Listened(port.number("number"), port.text("protocol"));
    }

    /** On a port without TLS the block can only redirect. */
    private static String tls(Fields settings, String protocol) {
        settings.ignoreAll();
        String mode = settings.text("mode");
        boolean redirects = settings.isTrue("httpsRedirect") && protocol.equalsIgnoreCase("HTTP");
        return redirects ? "" : mode.isEmpty() ? "PASSTHROUGH" : mode;
    }

    /** {@code namespace/host}: only routes of that namespace may bind it; {@code .} is the Gateway's own, {@code *} any. */
    private static Binding binding(String written, String home) {
        int slash = written.indexOf('/');
        String namespace = slash < 0 ? "*" : written.substring(0, slash);
        String name = namespace.equals(".") ? home : namespace;
        LabelSelector namespaces =
                name.equals("*") ? LabelSelector.EVERYTHING : LabelSelector.of(Map.of(Namespace.NAME_LABEL, name));
        return new Binding(written.substring(slash + 1), namespaces, Set.of());
    }
}
