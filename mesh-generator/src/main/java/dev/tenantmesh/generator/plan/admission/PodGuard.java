package dev.tenantmesh.generator.plan.admission;

import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Check;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Expression;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Resources;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloadPlan;
import dev.tenantmesh.generator.platform.PlatformProfile.Attachment;
import dev.tenantmesh.generator.platform.PlatformProfile.Membership;
import dev.tenantmesh.generator.platform.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a proxy in front of every pod. Pods are looked at as they are stored, after the injector has been at them, so that what
 * it writes itself passes: that everything is captured, and that its own ports are not.
 *
 * @param guarded who is asked
 * @param target what the platform injects
 * @param meshes what is generated for them
 * @see <a href="https://istio.io/latest/docs/reference/config/annotations/">annotations of Istio</a>
 */
record PodGuard(Guarded guarded, Target target, List<MeshPlan> meshes) {

    private static final String PROXY_CONFIG = "'(?i)(\\\\\\\\|binaryPath|caCertificates|configPath|customConfigFile|"
            + "discoveryAddress|image|interceptionMode|proxyBootstrapTemplatePath|proxyMetadata)'";

    private static final String REVISION = "istio.io/rev";

    AdmissionPlan plan() {
        List<Check> checks = new ArrayList<>();
        checks.add(injected());
        checks.add(sameMesh());
        checks.add(captured());
        checks.add(ownProxy());
        checks.add(ownNetwork());
        checks.add(noProxysUser());
        checks.add(notExposed());
        checks.add(noOtherNetworks());
        return guarded.inTenants(
                "pods",
                "pods have a proxy that takes all they are sent, and one network",
                List.of(Resources.written("", "pods", "pods/ephemeralcontainers")),
                variables(),
                checks);
    }

    private List<Expression> variables() {
        return List.of(
                new Expression("labels", "object.metadata.?labels.orValue({})"),
                new Expression("annotations", "object.metadata.?annotations.orValue({})"),
                new Expression("home", "namespaceObject.metadata.?labels.orValue({})"),
                new Expression(
                        "containers",
                        "object.spec.containers + object.spec.?initContainers.orValue([])"
                                + " + object.spec.?ephemeralContainers.orValue([])"),
                new Expression("gateways", Cel.map(gateways())),
                new Expression(
                        "gateway",
                        "object.spec.?serviceAccountName.orValue('') in"
                                + " variables.gateways[?namespaceObject.metadata.name].orValue([])"
                                + " && object.spec.containers.all(container, container.name == 'istio-proxy')"));
    }

    /** The service accounts of the gateways that are generated in namespaces of tenants. */
    private SortedMap<String, List<String>> gateways() {
        return gatewaysBy(gateway -> gateway.heading().name());
    }

    /** Something of the gateways that are generated in namespaces of tenants, by their namespaces. */
    private SortedMap<String, List<String>> gatewaysBy(Function<GatewayWorkloadPlan, @Nullable String> wanted) {
        SortedMap<String, List<String>> found = new TreeMap<>();
        meshes.stream()
                .flatMap(mesh -> mesh.gatewayWorkloads().stream())
                .filter(gateway -> gateway.heading().tenant() != null)
                .forEach(gateway -> Optional.ofNullable(wanted.apply(gateway)).ifPresent(value -> {
                    List<String> known =
                            found.computeIfAbsent(gateway.heading().namespace(), absent -> new ArrayList<>());
                    if (!known.contains(value)) {
                        known.add(value);
                    }
                }));
        return found;
    }

    private Set<String> withRevision() {
        return meshes.stream()
                .flatMap(mesh -> mesh.namespaces().stream())
                .filter(namespace -> namespace.labels().containsKey(REVISION))
                .map(namespace -> namespace.heading().name())
                .collect(Collectors.toSet());
    }

    private Check injected() {
        String key = "'sidecar.istio.io/inject'";
        return target.profile().membership() == Membership.MEMBER_ROLL
                ? new Check(
                        "variables.labels[?" + key + "].orValue(variables.annotations[?" + key
                                + "].orValue('')) == 'true'",
                        "Pods here have a proxy: label them sidecar.istio.io/inject: \"true\".")
                : new Check(
                        "variables.labels[?" + key + "].orValue('true') == 'true' && variables.annotations[?" + key
                                + "].orValue('true') == 'true'",
                        "Pods here have a proxy: leave out sidecar.istio.io/inject, or set it to \"true\".");
    }

    /** A gateway in an ambient namespace says itself whose proxy it wants, since its namespace does not. */
    private Check sameMesh() {
        SortedMap<String, List<String>> revisions =
                gatewaysBy(gateway -> gateway.podLabels().get(REVISION));
        revisions.keySet().removeAll(withRevision());
        String ownOfGateways = revisions.isEmpty()
                ? ""
                : " || (variables.gateway && variables.labels['istio.io/rev'] in " + Cel.map(revisions)
                        + "[?namespaceObject.metadata.name].orValue([]))";
        String ofNamespace =
                "variables.labels[?'istio.io/rev'].orValue('') in ['', variables.home[?'istio.io/rev'].orValue('')]";
        return new Check(
                (ownOfGateways.isEmpty() ? ofNamespace : "(" + ofNamespace + ownOfGateways + ")")
                        + " && variables.labels[?'istio.io/dataplane-mode'].orValue('') in"
                        + " ['', variables.home[?'istio.io/dataplane-mode'].orValue('')]",
                "Pods are in the mesh of their namespace: leave out the labels istio.io/rev and istio.io/dataplane-mode.");
    }

    private static Check captured() {
        return new Check(
                "variables.annotations[?'traffic.sidecar.istio.io/excludeInboundPorts'].orValue('').split(',')"
                        + ".all(port, port.trim() in ['', '15020', '15021', '15090'])"
                        + " && variables.annotations[?'traffic.sidecar.istio.io/includeInboundPorts'].orValue('*') == '*'"
                        + " && variables.annotations[?'sidecar.istio.io/interceptionMode'].orValue('REDIRECT') in"
                        + " ['REDIRECT', 'TPROXY']"
                        + " && !('traffic.sidecar.istio.io/excludeInterfaces' in variables.annotations)"
                        + " && !('ambient.istio.io/bypass-inbound-capture' in variables.annotations)",
                "The proxy takes everything that is sent to the pod: leave out annotations that except ports or interfaces.");
    }

    private static Check ownProxy() {
        return new Check(
                "['sidecar.istio.io/bootstrapOverride', 'sidecar.istio.io/discoveryAddress',"
                        + " 'sidecar.istio.io/proxyImage', 'sidecar.istio.io/userVolume',"
                        + " 'sidecar.istio.io/userVolumeMount'].all(key, !(key in variables.annotations))"
                        + " && !variables.annotations[?'proxy.istio.io/config'].orValue('').matches(" + PROXY_CONFIG
                        + ") && (!('inject.istio.io/templates' in variables.annotations) || (variables.gateway"
                        + " && variables.annotations['inject.istio.io/templates'] == 'gateway'))",
                "The proxy is the platform's: leave out annotations that replace its image, template, configuration or"
                        + " control plane.");
    }

    private Check ownNetwork() {
        Set<String> privileged = new TreeSet<>();
        meshes.stream()
                .flatMap(mesh -> mesh.namespaces().stream())
                .filter(namespace -> "privileged".equals(namespace.labels().get("pod-security.kubernetes.io/enforce")))
                .forEach(namespace -> privileged.add(namespace.heading().name()));
        String excepted =
                privileged.isEmpty() ? "" : "namespaceObject.metadata.name in " + Cel.list(privileged) + " || ";
        return new Check(
                excepted + "(!object.spec.?hostNetwork.orValue(false) && variables.containers.all(container,"
                        + " container.?ports.orValue([]).all(port, port.?hostPort.orValue(0) == 0)))",
                "A pod has a network of its own: leave out hostNetwork and hostPort.");
    }

    private static Check noProxysUser() {
        return new Check(
                "object.spec.?securityContext.?runAsUser.orValue(0) != 1337"
                        + " && object.spec.?securityContext.?runAsGroup.orValue(0) != 1337"
                        + " && variables.containers.all(container, container.name in"
                        + " ['istio-proxy', 'istio-init', 'istio-validation']"
                        + " || (container.?securityContext.?runAsUser.orValue(0) != 1337"
                        + " && container.?securityContext.?runAsGroup.orValue(0) != 1337))",
                "User and group 1337 are the proxy's, and what they send is not captured: run as another.");
    }

    /** Where the documents let the router come to labelled pods of a namespace, its tenant chooses which. */
    private Check notExposed() {
        Set<String> labels = target.exposeLabel().keySet();
        List<String> exposing = meshes.stream()
                .flatMap(mesh -> mesh.networkPolicies().stream())
                .filter(policy -> policy.podLabels().keySet().containsAll(labels))
                .map(policy -> policy.heading().namespace())
                .distinct()
                .sorted()
                .toList();
        String excepted = exposing.isEmpty() ? "" : "namespaceObject.metadata.name in " + Cel.list(exposing) + " || ";
        return new Check(
                excepted + Cel.list(labels) + ".all(key, !(key in variables.labels))",
                "The router does not come to pods here: leave out its label, and bring traffic in by a gateway.");
    }

    private Check noOtherNetworks() {
        String own = target.profile().attachment().map(Attachment::name).orElse("default/istio-cni");
        List<String> allowed = target.usesMultus() ? List.of("", own) : List.of("");
        return new Check(
                "variables.annotations[?'k8s.v1.cni.cncf.io/networks'].orValue('') in " + Cel.list(allowed)
                        + " && !('v1.multus-cni.io/default-network' in variables.annotations)",
                "NetworkPolicies know one network of a pod: leave out annotations that attach others.");
    }
}
