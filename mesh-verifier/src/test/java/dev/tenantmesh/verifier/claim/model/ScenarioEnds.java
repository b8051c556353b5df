package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Placement.Serving;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Waypoint;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Requirement;
import dev.tenantmesh.verifier.world.AddressRange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The words for ends in the EXPECTED.md of a small example: {@code namespace/workload}, {@code namespace/gateway},
 * {@code namespace/*}, {@code namespace/key=value,...}, {@code router}, {@code monitoring}, {@code node}, {@code outside}, or
 * addresses outside such as {@code 192.0.2.0/24}.
 */
final class ScenarioEnds {

    private final ClusterParts parts;
    private final Map<String, Someone> known = new TreeMap<>();
    private final Map<String, Map<String, String>> waypoints = new TreeMap<>();

    /**
     * Pods with a name.
     *
     * @param labels what selects them
     * @param account their service account
     */
    private record Someone(Map<String, String> labels, String account) {}

    ScenarioEnds(MeshModel model, Platform platform) {
        this.parts = new ClusterParts(platform);
        model.tenants().forEach(this::add);
        for (Mesh mesh : model.meshes()) {
            mesh.gateways()
                    .forEach(gateway -> known.put(
                            gateway.namespace() + "/" + gateway.name(),
                            new Someone(gateway.podLabels(), gateway.service())));
            mesh.egressGateways().forEach(gateway -> addOfMesh(gateway.namespace(), gateway.name()));
            model.placement().map(where -> where.gatewaysOn(mesh)).orElse(List.of()).stream()
                    .map(Serving::gateway)
                    .forEach(gateway -> addOfMesh(gateway.namespace(), gateway.name()));
            model.placement()
                    .flatMap(where -> where.eastWest(mesh))
                    .ifPresent(gateway -> addOfMesh(gateway.namespace(), gateway.name()));
        }
    }

    private void add(Tenant tenant) {
        tenant.namespaces()
                .forEach(namespace -> namespace.workloads().forEach(workload -> add(namespace.name(), workload)));
        for (TenantNamespace namespace : tenant.namespaces()) {
            Waypoint waypoint = namespace.waypoint();
            if (waypoint != null) {
                waypoints.put(namespace.name() + "/" + waypoint.name(), waypoint.podLabels());
                known.put(namespace.name() + "/" + waypoint.name(), new Someone(waypoint.podLabels(), waypoint.name()));
            }
        }
        for (Gateway gateway : tenant.gateways()) {
            known.put(gateway.namespace() + "/" + gateway.name(), new Someone(gateway.podLabels(), gateway.account()));
        }
    }

    private void add(String namespace, Workload workload) {
        known.put(namespace + "/" + workload.name(), new Someone(workload.selector(), workload.serviceAccount()));
    }

    /** The pods of egress gateways are made by the generator, which calls them by their name. */
    private void addOfMesh(String namespace, String name) {
        known.put(namespace + "/" + name, new Someone(Map.of("istio", name), name));
    }

    /** Every workload, gateway and waypoint that documents declare. */
    Set<String> declared() {
        return new TreeSet<>(known.keySet());
    }

    Party party(String word) {
        return switch (word) {
            case "router" -> parts.router().orElseThrow();
            case "monitoring" -> parts.monitoring().orElseThrow();
            case "node" -> new Party.Nodes("a node");
            case "outside" -> outside();
            case ScenarioRow.ANYONE -> Party.ANYONE;
            default ->
                AddressRange.ofCidr(word)
                        .<Party>map(range -> new Party.Addresses(List.of(range)))
                        .orElseGet(() -> pods(word));
        };
    }

    private static Party outside() {
        List<AddressRange> everywhere = Stream.of("0.0.0.0/0", "::/0")
                .map(cidr -> AddressRange.ofCidr(cidr).orElseThrow())
                .toList();
        return new Party.Addresses(everywhere);
    }

    private Party.Pods pods(String word) {
        String[] path = path(word);
        LabelSelector selector = LabelSelector.of(labels(word, path[1]));
        return new Party.Pods(Set.of(path[0]), apart(word, selector), word);
    }

    /** Who carries the labels of a waypoint as well is neither: what is true of such a pod, claims about whole namespaces say. */
    private LabelSelector apart(String word, LabelSelector selector) {
        Set<Requirement> apart = new LinkedHashSet<>(selector.requirements());
        waypoints.forEach((waypoint, labels) -> known.forEach((name, someone) -> {
            boolean beside = path(name)[0].equals(path(waypoint)[0]) && !name.equals(waypoint);
            if (beside && name.equals(word)) {
                apart.addAll(without(labels));
            } else if (beside && waypoint.equals(word)) {
                apart.addAll(without(someone.labels()));
            }
        }));
        return new LabelSelector(List.copyOf(apart));
    }

    private static List<Requirement> without(Map<String, String> labels) {
        return labels.entrySet().stream()
                .limit(1)
                .map(label -> new Requirement(
                        label.getKey(), Requirement.Operator.NOT_IN, new TreeSet<>(Set.of(label.getValue()))))
                .toList();
    }

    private Map<String, String> labels(String word, String name) {
        if (name.equals("*")) {
            return Map.of();
        }
        if (!name.contains("=")) {
            return Optional.ofNullable(known.get(word))
                    .orElseThrow(() -> new IllegalArgumentException("nobody is called " + word))
                    .labels();
        }
        Map<String, String> labels = new TreeMap<>();
        Stream.of(name.split(",")).map(label -> label.split("=", 2)).forEach(label -> labels.put(label[0], label[1]));
        return labels;
    }

    private static String[] path(String word) {
        String[] path = word.split("/", 2);
        if (path.length < 2) {
            throw new IllegalArgumentException("'" + word + "' is not namespace/workload");
        }
        return path;
    }

    /** The ways of a row: whose identity is shown, where one is. */
    Manner manner(String from, String how) {
        if (how.equals("plaintext")) {
            return Manner.PLAINTEXT;
        }
        String namespace = path(from)[0];
        Someone someone = known.get(from);
        Manner mutual =
                someone == null ? Manner.ofNamespaces(Set.of(namespace)) : Manner.of(namespace, someone.account());
        return how.equals("mTLS") ? mutual : mutual.andPlaintext();
    }
}
