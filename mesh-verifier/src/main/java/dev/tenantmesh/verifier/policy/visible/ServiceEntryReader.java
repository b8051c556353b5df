package dev.tenantmesh.verifier.policy.visible;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.select.ExportTo;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.AddressRange;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads ServiceEntries: without a location they are outside the mesh, and without a resolution addresses are kept. */
final class ServiceEntryReader {

    private final Problems problems;

    ServiceEntryReader(Problems problems) {
        this.problems = problems;
    }

    ServiceEntry read(Manifest manifest) {
        return Fields.spec(manifest, problems, spec -> {
            spec.ignore("subjectAltNames");
            List<String> hosts = spec.texts("hosts");
            if (hosts.isEmpty()) {
                spec.invalid(spec.origin(), manifest.name(), "A ServiceEntry needs hosts.", "Write `hosts`.");
            }
            SortedMap<Integer, Integer> ports = new TreeMap<>();
            spec.list("ports", ServiceEntryReader::port).stream()
                    .flatMap(Optional::stream)
                    .forEach(port -> ports.put(port.get(0), port.get(1)));
            String resolution = spec.text("resolution");
            return new ServiceEntry(
                    MeshObject.of(manifest),
                    hosts,
                    spec.texts("addresses").stream()
                            .flatMap(address -> AddressRange.ofCidr(address).stream())
                            .toList(),
                    ports,
                    !spec.text("location").equals("MESH_INTERNAL"),
                    resolution.isEmpty() ? "NONE" : resolution,
                    spec.list("endpoints", ServiceEntryReader::endpoint),
                    spec.object("workloadSelector", selector -> LabelSelector.of(selector.map("labels"))),
                    ExportTo.of(spec.texts("exportTo")));
        });
    }

    private static Optional<List<Integer>> port(Fields fields) {
        fields.ignore("name", "protocol");
        Optional<Integer> target = fields.number("targetPort");
        Optional<Integer> number = fields.number("number");
        if (number.isEmpty()) {
            fields.invalid(fields.origin(), "", "The port has no number.", "Write `number`.");
        }
        return number.map(port -> List.of(port, target.orElse(port)));
    }

    private static String endpoint(Fields fields) {
        fields.ignore("ports", "labels", "network", "locality", "weight", "serviceAccount");
        return fields.text("address");
    }
}
