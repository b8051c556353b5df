package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication.Mode;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads PeerAuthentications. */
public final class PeerAuthenticationReader {

    private final Problems problems;

    public PeerAuthenticationReader(Problems problems) {
        this.problems = problems;
    }

    /** The policy that a manifest is. */
    public PeerAuthentication read(Manifest manifest) {
        return Fields.spec(manifest, problems, spec -> {
            WorkloadSelector selector = WorkloadSelector.read(spec);
            Mode mode = spec.object("mtls", PeerAuthenticationReader::mode).orElse(Mode.UNSET);
            SortedMap<Integer, Mode> ports = new TreeMap<>();
            spec.mapOf("portLevelMtls", PeerAuthenticationReader::mode).forEach((port, written) -> {
                if (port.matches("[1-9][0-9]{0,4}")) {
                    ports.put(Integer.valueOf(port), written);
                } else {
                    spec.invalid(
                            spec.originOf("portLevelMtls"), port, "This is not a port.", "Write a port of the pod.");
                }
            });
            return new PeerAuthentication(
                    manifest.namespace(), manifest.name(), selector, mode, ports, manifest.origin());
        });
    }

    private static Mode mode(Fields fields) {
        String written = fields.text("mode");
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().equals(written))
                .findFirst()
                .orElseGet(() -> {
                    if (!written.isEmpty()) {
                        String fix = "Write STRICT, PERMISSIVE, DISABLE or UNSET.";
                        fields.invalid(fields.originOf("mode"), written, "This is no mode.", fix);
                    }
                    return Mode.UNSET;
                });
    }
}
