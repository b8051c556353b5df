package dev.tenantmesh.verifier.policy.visible;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.policy.visible.VisibleModel.Mark;
import dev.tenantmesh.verifier.select.ExportTo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads every kind that decides what proxies are told and what they send. */
public final class VisibleReader {

    private static final String EXPORT_TO = "networking.istio.io/exportTo";

    private final Manifests manifests;
    private final Problems problems;

    public VisibleReader(Manifests manifests, Problems problems) {
        this.manifests = manifests;
        this.problems = problems;
    }

    /**
     * What the manifests say.
     *
     * @param operators DestinationRules that stand in no file, since an operator makes them
     */
    public VisibleModel read(List<DestinationRule> operators) {
        List<Sidecar> sidecars =
                each("Sidecar", new SidecarReader(problems)::read).toList();
        reportCompeting(sidecars);
        return new VisibleModel(
                sidecars,
                each("ServiceEntry", new ServiceEntryReader(problems)::read).toList(),
                each("VirtualService", new VirtualServiceReader(problems)::read).toList(),
                Stream.concat(each("DestinationRule", new DestinationRuleReader(problems)::read), operators.stream())
                        .toList(),
                marks());
    }

    private <T> Stream<T> each(String kind, Function<Manifest, T> reader) {
        return manifests.of("networking.istio.io", kind).map(reader);
    }

    private void reportCompeting(List<Sidecar> sidecars) {
        Map<List<Object>, Sidecar> first = new HashMap<>();
        for (Sidecar sidecar : sidecars) {
            MeshObject object = sidecar.object();
            Sidecar other = first.putIfAbsent(List.of(object.namespace(), object.revision(), sidecar.pods()), sidecar);
            if (other != null) {
                problems.warning(
                        ProblemCode.SIDECARS_COMPETE,
                        object.origin(),
                        object.namespace() + "/" + object.name(),
                        other.object().id() + " (" + other.object().origin()
                                + ") is for the same pods; the older one counts, which no file tells.",
                        "Make one of the two.");
            }
        }
    }

    /**
     * The annotations of Services.
     *
     * @see <a href="https://istio.io/latest/docs/reference/config/annotations/#NetworkingExportTo">networking.istio.io/exportTo</a>
     */
    private Map<String, Mark> marks() {
        Map<String, Mark> marks = new TreeMap<>();
        manifests.of("", "Service").forEach(service -> {
            String written = service.annotations().getOrDefault(EXPORT_TO, "");
            List<String> names = Arrays.stream(written.split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            if (!names.isEmpty()) {
                marks.put(
                        service.namespace() + "/" + service.name(),
                        new Mark(
                                ExportTo.of(names),
                                service.body().at("metadata", "annotations").originOf(EXPORT_TO)));
            }
        });
        return marks;
    }
}
