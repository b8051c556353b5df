package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.profile.Attachment;
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
 * @param values the values of the chart that say how it is found
 * @param origin where the cluster says so
 * @see <a href="https://istio.io/latest/docs/ops/deployment/deployment-models/#control-plane-models">models of control
 *     planes</a>
 */
public record ServedElsewhere(String revision, String namespace, Mapping values, Origin origin) {

    private static final String SAIL = "sailoperator.io";
    private static final String ISTIO_SYSTEM = "istio-system";
    private static final String DEFAULT = "default";

    /** Those of a cluster. */
    public static List<ServedElsewhere> in(Manifests manifests) {
        return Stream.concat(
                        sail(manifests).filter(ServedElsewhere::is).map(ServedElsewhere::of),
                        manifests.others().stream().filter(ServedElsewhere::is).map(ServedElsewhere::of))
                .distinct()
                .toList();
    }

    private static Stream<Manifest> sail(Manifests manifests) {
        return Stream.of("Istio", "IstioRevision").flatMap(kind -> manifests.of(SAIL, kind));
    }

    /** Whether a resource of the Sail operator makes no control plane, since one in another cluster is meant. */
    public static boolean is(Manifest istio) {
        Mapping spec = istio.body().at("spec");
        return isRemote(or(spec.text("profile"), spec.at("values").text("profile")), spec.at("values"));
    }

    /** Whether values of the istiod chart make no control plane, since one in another cluster is meant. */
    public static boolean is(Mapping values) {
        return isRemote(values.text("profile"), values);
    }

    /** What is turned on in spite of the profile is there. */
    private static boolean isRemote(String profile, Mapping values) {
        Mapping remote = values.at("istiodRemote");
        boolean wanted = remote.text("enabled").isEmpty()
                ? profile.equals("remote")
                : remote.text("enabled").equals("true");
        return wanted
                && !values.at("pilot").text("enabled").equals("true")
                && !remote.text("enabledLocalInjectorIstiod").equals("true")
                && !isExternal(values);
    }

    /** Guides set {@code configCluster} for remotes of primaries as well; only an external one has its settings here. */
    private static boolean isExternal(Mapping values) {
        boolean settings = values.at("pilot").text("configMap").equals("true")
                || values.text("configMap").equals("true")
                || !values.at("istiodRemote").text("injectionURL").isEmpty();
        return values.at("global").text("configCluster").equals("true") && settings;
    }

    static ServedElsewhere of(Manifest istio) {
        Mapping spec = istio.body().at("spec");
        return new ServedElsewhere(
                istio.name(), or(spec.text("namespace"), ISTIO_SYSTEM), spec.at("values"), istio.origin());
    }

    static ServedElsewhere of(Mapping values) {
        return new ServedElsewhere(
                or(values.text("revision"), DEFAULT),
                or(values.at("global").text("istioNamespace"), ISTIO_SYSTEM),
                values,
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

    /** How this cluster is attached to it. */
    Attachment attachment(Manifests manifests) {
        String primary = manifests
                .of("", "Namespace")
                .filter(object -> object.name().equals(namespace))
                .map(object -> object.annotations().getOrDefault("topology.istio.io/controlPlaneClusters", ""))
                .findFirst()
                .orElse("");
        Mapping global = values.at("global");
        String url = values.at("istiodRemote").text("injectionURL");
        return new Attachment(
                global.text("remotePilotAddress"),
                url.isEmpty() ? values.at("istiodRemote").text("injectionPath") : url,
                global.at("multiCluster").text("clusterName"),
                global.text("network"),
                primary,
                controlPlanes(manifests).anyMatch(ServedElsewhere::keepsOthers));
    }

    /** The values of the control plane that it stands for, where they are among the manifests. */
    private Stream<Mapping> controlPlanes(Manifests manifests) {
        return Stream.concat(
                        sail(manifests).filter(istio -> !is(istio)).map(ServedElsewhere::of),
                        manifests.others().stream()
                                .filter(found -> found.get("meshConfig") != null && !is(found))
                                .map(ServedElsewhere::of))
                .filter(found -> found.revision.equals(revision) && found.namespace.equals(namespace))
                .map(ServedElsewhere::values);
    }

    private static boolean keepsOthers(Mapping values) {
        return values.at("pilot", "env").text("EXTERNAL_ISTIOD").equals("true")
                || values.at("global").text("externalIstiod").equals("true");
    }
}
