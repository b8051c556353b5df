package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A control plane that serves pods of this cluster from another one, a primary, and reads Istio's objects in its own
 * cluster only. An external control plane reads them here, and is none of these.
 *
 * @param revision by which namespaces follow it
 * @param namespace the namespace that stands for its own
 * @param origin where the cluster says so
 * @see <a href="https://istio.io/latest/docs/ops/deployment/deployment-models/#control-plane-models">models of control
 *     planes</a>
 */
public record ServedElsewhere(String revision, String namespace, Origin origin) {

    private static final String ISTIO = ".istio.io";
    private static final String GATEWAY_API = "gateway.networking.k8s.io";
    private static final String SAIL = "sailoperator.io";
    private static final String ISTIO_SYSTEM = "istio-system";
    private static final String DEFAULT = "default";

    /** Those of a cluster. */
    public static List<ServedElsewhere> in(Manifests manifests) {
        return Stream.concat(
                        manifests.of(SAIL, "Istio").filter(ServedElsewhere::is).map(ServedElsewhere::of),
                        manifests.others().stream().filter(ServedElsewhere::is).map(ServedElsewhere::of))
                .distinct()
                .toList();
    }

    /** Whether an Istio resource of the Sail operator makes no control plane. */
    static boolean is(Manifest istio) {
        Mapping spec = istio.body().at("spec");
        return isRemote(spec.text("profile"), spec.at("values"));
    }

    /** Whether values of the istiod chart make no control plane. */
    static boolean is(Mapping values) {
        return isRemote(values.text("profile"), values);
    }

    private static boolean isRemote(String profile, Mapping values) {
        return profile.equals("remote")
                && !values.at("global").text("configCluster").equals("true");
    }

    private static ServedElsewhere of(Manifest istio) {
        return new ServedElsewhere(
                istio.name(), or(istio.body().at("spec").text("namespace"), ISTIO_SYSTEM), istio.origin());
    }

    private static ServedElsewhere of(Mapping values) {
        return new ServedElsewhere(
                or(values.text("revision"), DEFAULT),
                or(values.at("global").text("istioNamespace"), ISTIO_SYSTEM),
                values.origin());
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    /** The namespaces that follow it by their own labels, and the one that stands for its own. */
    public Set<String> members(Manifests manifests) {
        Set<String> members = manifests
                .of("", "Namespace")
                .filter(this::isFollowedBy)
                .map(Manifest::name)
                .collect(Collectors.toCollection(TreeSet::new));
        members.add(namespace);
        return members;
    }

    private boolean isFollowedBy(Manifest member) {
        String followed = member.labels().getOrDefault("istio.io/rev", "");
        boolean byDefault = member.labels().getOrDefault("istio-injection", "").equals("enabled");
        return byDefault ? revision.equals(DEFAULT) : revision.equals(followed);
    }

    /**
     * The objects of a cluster with those of Istio that hold in some of its namespaces: what the primary's cluster has for
     * them, and nothing that nobody reads.
     *
     * @param here the cluster's own objects
     * @param primary the objects of the primary's cluster
     * @param served the namespaces that it serves
     */
    public static Manifests joined(Manifests here, Manifests primary, Set<String> served) {
        Stream<Manifest> own =
                here.all().stream().filter(object -> !configures(object, served) && !standsFor(object, served));
        Stream<Manifest> theirs =
                primary.all().stream().filter(object -> configures(object, served) || isControlPlane(object, served));
        Stream<Mapping> ownValues = here.others().stream().filter(values -> !standsFor(values, served));
        Stream<Mapping> theirValues = primary.others().stream().filter(values -> isControlPlane(values, served));
        return new Manifests(
                Stream.concat(own, theirs).toList(),
                Stream.concat(ownValues, theirValues).toList());
    }

    /**
     * What is read in a cluster of which no more is known: nothing of Istio where a primary in another cluster would have to
     * read it.
     *
     * @param problems is told of each such primary
     */
    public static Manifests readHere(Manifests manifests, Problems problems) {
        Set<String> served = new TreeSet<>();
        for (ServedElsewhere primary : in(manifests)) {
            served.addAll(primary.members(manifests));
            problems.warning(
                    ProblemCode.POLICIES_ELSEWHERE,
                    primary.origin,
                    primary.revision,
                    "This control plane is in another cluster, and reads Istio's objects there. What it has for these namespaces is"
                            + " not among the manifests: " + String.join(", ", primary.members(manifests)) + ".",
                    "Add the manifests of its cluster by -Dmesh.primary=<folder>.");
        }
        return served.isEmpty() ? manifests : joined(manifests, new Manifests(List.of(), List.of()), served);
    }

    private static boolean configures(Manifest object, Set<String> served) {
        return (object.group().endsWith(ISTIO) || object.group().equals(GATEWAY_API))
                && served.contains(object.namespace());
    }

    private static boolean standsFor(Manifest object, Set<String> served) {
        return object.group().equals(SAIL)
                && object.kind().equals("Istio")
                && is(object)
                && served.contains(of(object).namespace());
    }

    private static boolean standsFor(Mapping values, Set<String> served) {
        return is(values) && served.contains(of(values).namespace());
    }

    private static boolean isControlPlane(Manifest object, Set<String> served) {
        return object.group().equals(SAIL)
                && object.kind().equals("Istio")
                && served.contains(of(object).namespace());
    }

    private static boolean isControlPlane(Mapping values, Set<String> served) {
        return values.get("meshConfig") != null && served.contains(of(values).namespace());
    }
}
