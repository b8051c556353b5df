package dev.tenantmesh.verifier.policy.visible;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Scalar;
import dev.tenantmesh.verifier.policy.visible.Sidecar.Egress;
import dev.tenantmesh.verifier.policy.visible.Sidecar.Host;
import dev.tenantmesh.verifier.policy.visible.Sidecar.Ingress;
import dev.tenantmesh.verifier.policy.visible.Sidecar.Outbound;
import dev.tenantmesh.verifier.select.HostPattern;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.List;
import java.util.Optional;

/** Reads Sidecars. An outbound policy without a mode is REGISTRY_ONLY, which few people expect. */
final class SidecarReader {

    private final Problems problems;

    SidecarReader(Problems problems) {
        this.problems = problems;
    }

    Sidecar read(Manifest manifest) {
        return Fields.spec(manifest, problems, spec -> {
            spec.ignore("inboundConnectionPool");
            LabelSelector pods = spec.object("workloadSelector", selector -> LabelSelector.of(selector.map("labels")))
                    .orElse(LabelSelector.EVERYTHING);
            return new Sidecar(
                    MeshObject.of(manifest),
                    pods,
                    spec.list("egress", SidecarReader::egress),
                    spec.list("ingress", SidecarReader::ingress).stream()
                            .flatMap(Optional::stream)
                            .toList(),
                    spec.object("outboundTrafficPolicy", this::outbound));
        });
    }

    private static Egress egress(Fields fields) {
        fields.ignore("bind", "captureMode");
        Optional<Integer> port =
                fields.object("port", SidecarReader::importedPort).flatMap(read -> read);
        List<Host> hosts = fields.scalars("hosts").stream()
                .flatMap(written -> host(fields, written).stream())
                .toList();
        if (hosts.isEmpty()) {
            fields.invalid(fields.origin(), "", "A listener needs hosts.", "Write `hosts: [\"namespace/host\"]`.");
        }
        return new Egress(port, hosts);
    }

    /** A listener for a forward proxy, or for no port, tells of every port. */
    private static Optional<Integer> importedPort(Fields fields) {
        fields.ignore("name", "targetPort");
        boolean forwards = fields.text("protocol").equals("HTTP_PROXY");
        return fields.number("number").filter(number -> number != 0 && !forwards);
    }

    private static Optional<Host> host(Fields fields, Scalar written) {
        int slash = written.text().indexOf('/');
        if (slash <= 0 || slash == written.text().length() - 1) {
            fields.invalid(
                    written.origin(),
                    written.text(),
                    "A host of a Sidecar is a namespace and a name.",
                    "Write `namespace/host`, `./host` or `*/host`.");
            return Optional.empty();
        }
        HostPattern pattern = new HostPattern(written.text().substring(slash + 1));
        return Optional.of(new Host(written.text().substring(0, slash), pattern, written.origin()));
    }

    private static Optional<Ingress> ingress(Fields fields) {
        fields.ignore("bind", "captureMode", "defaultEndpoint", "connectionPool");
        boolean tls = fields.object("tls", settings -> {
                    settings.ignoreAll();
                    return settings;
                })
                .isPresent();
        Optional<Integer> number = fields.object("port", port -> {
                    port.ignore("name", "protocol", "targetPort");
                    return port.number("number");
                })
                .flatMap(read -> read);
        if (number.isEmpty()) {
            fields.invalid(fields.origin(), "", "The listener has no port.", "Write `port.number`.");
        }
        return number.map(port -> new Ingress(port, tls, fields.origin()));
    }

    private Outbound outbound(Fields fields) {
        String mode = fields.text("mode");
        String proxy = fields.object("egressProxy", egress -> {
                    egress.ignore("port", "subset");
                    return egress.text("host");
                })
                .orElse("");
        if (mode.isEmpty()) {
            problems.warning(
                    ProblemCode.MODE_LEFT_OUT,
                    fields.origin(),
                    "outboundTrafficPolicy",
                    "Without a mode it is REGISTRY_ONLY: proxies drop what is for nobody they are told of.",
                    "Write `mode: REGISTRY_ONLY` or `mode: ALLOW_ANY`.");
        } else if (!List.of("REGISTRY_ONLY", "ALLOW_ANY").contains(mode)) {
            fields.invalid(fields.originOf("mode"), mode, "This is no mode.", "Write REGISTRY_ONLY or ALLOW_ANY.");
        }
        return new Outbound(!mode.equals("ALLOW_ANY"), proxy, fields.origin());
    }
}
