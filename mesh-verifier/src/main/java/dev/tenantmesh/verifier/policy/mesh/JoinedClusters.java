package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What holds in a remote cluster: its own objects, and Istio's objects where the primary reads them.
 *
 * @param remote what stands for the primary's control plane here
 * @param served the namespaces here that it serves: of these, nobody reads Istio's own objects here
 * @param read the namespaces there whose objects it reads
 */
public record JoinedClusters(ServedElsewhere remote, Set<String> served, Set<String> read) {

    private static final String ISTIO = ".istio.io";
    private static final String GATEWAY_API = "gateway.networking.k8s.io";
    private static final Manifests NONE = new Manifests(List.of(), List.of());

    /**
     * A primary finds these where the workloads are.
     *
     * @see <a href="https://istio.io/latest/docs/reference/commands/pilot-discovery/#envvars">PILOT_ENABLE_CROSS_CLUSTER_WORKLOAD_ENTRY</a>
     */
    private static final String READ_EVERYWHERE = "WorkloadEntry";

    public JoinedClusters {
        served = Set.copyOf(served);
        read = Set.copyOf(read);
    }

    /**
     * The objects of a cluster, with those of Istio that hold in some of its namespaces.
     *
     * @param here the cluster's own objects
     * @param primary the objects of the primary's cluster
     * @param problems is told of objects that nobody reads
     */
    public Manifests of(Manifests here, Manifests primary, Problems problems) {
        here.all().stream().filter(this::isUnread).forEach(object -> report(object, problems));
        return new Manifests(
                Stream.concat(
                                here.all().stream().filter(object -> !isUnread(object)),
                                primary.all().stream().filter(this::isRead))
                        .toList(),
                Stream.concat(here.others().stream(), primary.others().stream().filter(this::isControlPlane))
                        .toList());
    }

    private boolean isRead(Manifest object) {
        return (configures(object) && read.contains(object.namespace())) || isControlPlane(object);
    }

    private static void report(Manifest object, Problems problems) {
        problems.warning(
                ProblemCode.OBJECT_UNREAD,
                object.origin(),
                object.kind() + " " + object.namespace() + "/" + object.name(),
                "Nobody reads it: the control plane of its namespace is in another cluster, and reads such objects there.",
                "Put it into the cluster of the control plane.");
    }

    /**
     * What is read in a cluster of which no more is known: nothing of Istio where a primary in another cluster would have to
     * read it.
     *
     * @param problems is told of each such primary, and of objects that nobody reads
     */
    public static Manifests alone(Manifests manifests, Problems problems) {
        Manifests read = manifests;
        for (ServedElsewhere remote : ServedElsewhere.in(manifests)) {
            if (controlPlanes(manifests, remote.namespace()).isEmpty()) {
                Set<String> members = remote.members(manifests);
                problems.warning(
                        ProblemCode.POLICIES_ELSEWHERE,
                        remote.origin(),
                        remote.revision(),
                        "This control plane is in another cluster, and reads Istio's objects there. What it has for these"
                                + " namespaces is not among the manifests: " + String.join(", ", members) + ".",
                        "Add the manifests of its cluster by -Dmesh.primary=<folder>.");
                read = new JoinedClusters(remote, members, Set.of()).of(read, NONE, problems);
            }
        }
        return read;
    }

    /** What makes a control plane in a namespace of this cluster. */
    public static Set<String> controlPlanes(Manifests manifests, String namespace) {
        Set<String> found = new TreeSet<>();
        Stream.of("Istio", "IstioRevision")
                .flatMap(kind -> manifests.of("sailoperator.io", kind))
                .filter(istio -> !ServedElsewhere.is(istio))
                .filter(istio -> ServedElsewhere.of(istio).namespace().equals(namespace))
                .forEach(istio -> found.add(istio.kind() + " " + istio.name()));
        manifests.others().stream()
                .filter(values -> values.get("meshConfig") != null && !ServedElsewhere.is(values))
                .filter(values -> ServedElsewhere.of(values).namespace().equals(namespace))
                .forEach(values ->
                        found.add("values of " + ServedElsewhere.of(values).revision()));
        manifests
                .of("", "ConfigMap")
                .filter(map -> map.namespace().equals(namespace) && map.name().startsWith("istio"))
                .filter(map -> !map.body().at("data").text("mesh").isEmpty())
                .forEach(map -> found.add("ConfigMap " + map.name()));
        return found;
    }

    private static boolean configures(Manifest object) {
        return object.group().endsWith(ISTIO) || object.group().equals(GATEWAY_API);
    }

    private boolean isUnread(Manifest object) {
        return configures(object) && !object.kind().equals(READ_EVERYWHERE) && served.contains(object.namespace());
    }

    private boolean isControlPlane(Manifest object) {
        return object.group().equals("sailoperator.io")
                && object.kind().equals("Istio")
                && isMeant(ServedElsewhere.of(object));
    }

    private boolean isControlPlane(Mapping values) {
        return values.get("meshConfig") != null && isMeant(ServedElsewhere.of(values));
    }

    private boolean isMeant(ServedElsewhere controlPlane) {
        return controlPlane.revision().equals(remote.revision())
                && controlPlane.namespace().equals(remote.namespace());
    }
}
