package dev.tenantmesh.verifier.policy.route;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.policy.route.ServiceEntry.EntryPort;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads ServiceEntries; a resolution that is not written is {@code NONE}. */
public final class ServiceEntryReader {

    private final Problems problems;

    public ServiceEntryReader(Problems problems) {
        this.problems = problems;
    }

    /** The ServiceEntry that a manifest is. */
    public ServiceEntry read(Manifest manifest) {
        return Fields.spec(manifest, problems, spec -> {
            spec.ignore("subjectAltNames");
            String resolution = spec.text("resolution");
            List<Place> places = spec.list("endpoints", ServiceEntryReader::place);
            return new ServiceEntry(
                    manifest.namespace(),
                    manifest.name(),
                    spec.texts("hosts").stream()
                            .map(host -> host.toLowerCase(Locale.ROOT))
                            .toList(),
                    spec.texts("exportTo"),
                    spec.texts("addresses"),
                    places.stream().map(Place::address).toList(),
                    spec.object("workloadSelector", selector -> LabelSelector.of(selector.map("labels"))),
                    spec.list("ports", port -> port(port, places)),
                    !spec.text("location").equals("MESH_INTERNAL"),
                    resolution.isEmpty() ? "NONE" : resolution,
                    manifest.origin());
        });
    }

    /** An endpoint, with its own numbers of named ports. */
    private record Place(String address, Map<String, String> ports) {}

    private static Place place(Fields endpoint) {
        endpoint.ignore("labels", "network", "locality", "weight", "serviceAccount");
        return new Place(endpoint.text("address"), endpoint.map("ports"));
    }

    private static EntryPort port(Fields fields, List<Place> places) {
        fields.ignore("protocol");
        String name = fields.text("name");
        int number = fields.number("number").orElse(0);
        int target = fields.number("targetPort").orElse(number);
        Stream<Integer> own = places.stream()
                .flatMap(place -> Optional.ofNullable(place.ports().get(name)).stream())
                .filter(written -> written.matches("[1-9][0-9]{0,4}"))
                .map(Integer::valueOf);
        return new EntryPort(
                number,
                Stream.concat(Stream.of(target), own)
                        .filter(one -> one > 0 && one < 65_536)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
