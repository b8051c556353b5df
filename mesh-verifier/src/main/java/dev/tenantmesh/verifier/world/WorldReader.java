package dev.tenantmesh.verifier.world;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds who exists: Namespace objects, the pod templates of every kind of workload, and Services. */
public final class WorldReader {

    private static final Comparator<Pod> ORDER = Comparator.comparing(
                    (Pod pod) -> pod.namespace().name())
            .thenComparing(Pod::name)
            .thenComparing(Pod::kind);

    private final SortedMap<String, Namespace> namespaces = new TreeMap<>();
    private final Function<String, Map<String, String>> added;
    private final Problems problems;

    private WorldReader(Function<String, Map<String, String>> added, Problems problems) {
        this.added = added;
        this.problems = problems;
    }

    /**
     * The world of some manifests.
     *
     * @param added the labels that somebody in the cluster puts on a namespace of a name
     */
    public static World read(Manifests manifests, Function<String, Map<String, String>> added, Problems problems) {
        return new WorldReader(added, problems).world(manifests);
    }

    private World world(Manifests manifests) {
        manifests.of("", "Namespace").forEach(manifest -> {
            SortedMap<String, String> labels = new TreeMap<>(manifest.labels());
            labels.putAll(added.apply(manifest.name()));
            namespaces.put(manifest.name(), new Namespace(manifest.name(), labels, manifest.origin()));
        });
        List<Pod> pods = new ArrayList<>();
        SortedMap<String, List<Service>> services = new TreeMap<>();
        for (Manifest manifest : manifests.all()) {
            if (!manifest.namespace().isEmpty()) {
                namespace(manifest.namespace());
            }
            PodTemplates.of(manifest).ifPresent(template -> pods.add(pod(manifest, template)));
            if (AutomatedGateway.isOne(manifest)) {
                AutomatedGateway made = new AutomatedGateway(
                        manifest, namespace(manifest.namespace()), GatewayOverlays.of(manifests, manifest, problems));
                pods.add(made.pod());
                services.computeIfAbsent(manifest.namespace(), absent -> new ArrayList<>())
                        .add(made.service());
            }
            if (manifest.group().isEmpty() && manifest.kind().equals("Service")) {
                services.computeIfAbsent(manifest.namespace(), absent -> new ArrayList<>())
                        .add(service(manifest));
            }
        }
        return new World(namespaces, merged(pods), services);
    }

    /** Pods of one owner that are alike are one. */
    private static List<Pod> merged(List<Pod> pods) {
        Map<List<Object>, Pod> alike = new LinkedHashMap<>();
        pods.stream()
                .sorted(ORDER)
                .forEach(pod -> alike.putIfAbsent(
                        List.of(
                                pod.id(),
                                pod.kind(),
                                pod.labels(),
                                pod.annotations(),
                                pod.serviceAccount(),
                                pod.hostNetwork(),
                                pod.ports()),
                        pod));
        return List.copyOf(alike.values());
    }

    private Namespace namespace(String name) {
        return namespaces.computeIfAbsent(name, absent -> Namespace.of(name, added.apply(name), null));
    }

    private Pod pod(Manifest manifest, Mapping template) {
        Mapping spec = template.at("spec");
        String account = spec.text("serviceAccountName");
        String older = account.isEmpty() ? spec.text("serviceAccount") : account;
        List<Pod.ContainerPort> ports = new ArrayList<>();
        for (String containers : List.of("containers", "initContainers")) {
            spec.all(containers)
                    .forEach(container -> container.all("ports").forEach(port -> {
                        Pod.ContainerPort read = containerPort(port);
                        if (read != null) {
                            ports.add(read);
                        }
                    }));
        }
        Mapping owner = manifest.body().at("metadata").all("ownerReferences").stream()
                .findFirst()
                .orElse(new Mapping(Map.of(), manifest.origin()));
        return new Pod(
                namespace(manifest.namespace()),
                owner.text("name").isEmpty() ? manifest.name() : owner.text("name"),
                owner.text("kind").isEmpty() ? manifest.kind() : owner.text("kind"),
                template.at("metadata").texts("labels"),
                template.at("metadata").texts("annotations"),
                older.isEmpty() ? "default" : older,
                spec.text("hostNetwork").equals("true"),
                ports,
                manifest.origin());
    }

    private Pod.@Nullable ContainerPort containerPort(Mapping written) {
        Port port = port(written, "containerPort");
        return port == null ? null : new Pod.ContainerPort(written.text("name"), port);
    }

    private Service service(Manifest manifest) {
        Mapping spec = manifest.body().at("spec");
        List<Service.ServicePort> ports = new ArrayList<>();
        for (Mapping written : spec.all("ports")) {
            Port port = port(written, "port");
            if (port != null && isTarget(written, port)) {
                ports.add(new Service.ServicePort(
                        written.text("name"), port, written.text("targetPort"), written.text("appProtocol")));
            }
        }
        String type = spec.text("type");
        return new Service(
                manifest.namespace(),
                manifest.name(),
                type.isEmpty() ? "ClusterIP" : type,
                spec.texts("selector"),
                ports,
                spec.text("externalName"),
                spec.items("externalIPs"),
                manifest.origin());
    }

    private boolean isTarget(Mapping written, Port port) {
        String target = written.text("targetPort");
        boolean valid = !Service.ServicePort.isNumber(target)
                || Port.parse(port.protocol() + "/" + target).isPresent();
        if (!valid) {
            invalidPort(written, "targetPort", target);
        }
        return valid;
    }

    private void invalidPort(Mapping written, String key, String number) {
        problems.error(
                ProblemCode.INVALID_FIELD,
                written.originOf(key),
                number,
                "This is not a port.",
                "Write a number from 1 to 65535 and one of the protocols TCP, UDP, SCTP.");
    }

    private @Nullable Port port(Mapping written, String key) {
        String protocol = written.text("protocol");
        String number = written.text(key);
        Port port = Port.parse((protocol.isEmpty() ? "TCP" : protocol) + "/" + number)
                .orElse(null);
        if (port == null) {
            invalidPort(written, key, number);
        }
        return port;
    }
}
