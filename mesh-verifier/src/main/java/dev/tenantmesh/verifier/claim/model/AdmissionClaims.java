package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.tenant.Owner;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.verifier.admission.Powers;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.StatedClaim;
import dev.tenantmesh.verifier.select.Requirement;
import dev.tenantmesh.verifier.world.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * That the API server refuses to owners of a tenant what would undo the proof: found out by trying objects, each of which would
 * undo it in its own way.
 */
record AdmissionClaims(MeshScope scope, Tenant tenant) {

    private static final List<String> SUBRESOURCES = List.of("", "status", "finalize");
    private static final Set<String> KEPT = Set.of(
            "istio-injection",
            "istio.io/rev",
            "istio.io/dataplane-mode",
            "maistra.io/member-of",
            "pod-security.kubernetes.io/enforce");

    /** Pods that nothing stands in front of, or not the proxy that is meant, or not on every way. */
    private static final List<String> PODS = List.of(
            "metadata: {labels: {sidecar.istio.io/inject: 'false'}}",
            "metadata: {annotations: {sidecar.istio.io/inject: 'false'}}",
            "metadata: {labels: {istio.io/rev: another}}",
            "metadata: {labels: {istio.io/dataplane-mode: none}}",
            "metadata: {annotations: {traffic.sidecar.istio.io/excludeInboundPorts: '8080'}}",
            "metadata: {annotations: {traffic.sidecar.istio.io/includeInboundPorts: ''}}",
            "metadata: {annotations: {sidecar.istio.io/interceptionMode: NONE}}",
            "metadata: {annotations: {ambient.istio.io/bypass-inbound-capture: 'true'}}",
            "metadata: {annotations: {sidecar.istio.io/proxyImage: another}}",
            "metadata: {annotations: {inject.istio.io/templates: another}}",
            "metadata: {annotations: {proxy.istio.io/config: 'discoveryAddress: another:15012'}}",
            "metadata: {annotations: {k8s.v1.cni.cncf.io/networks: another}}",
            "spec: {hostNetwork: true}",
            "spec: {securityContext: {runAsUser: 1337}}");

    /** Objects by which a tenant takes what is others', or changes proxies beside every policy. */
    private static final List<String> OBJECTS = List.of(
            "apiVersion: networking.istio.io/v1, kind: EnvoyFilter, spec: {configPatches: []}",
            "apiVersion: networking.istio.io/v1, kind: WorkloadEntry, spec: {address: 192.0.2.1}",
            "apiVersion: networking.istio.io/v1, kind: ServiceEntry, spec: {hosts: [host.of.somebody.example], exportTo: ['*']}",
            "apiVersion: networking.istio.io/v1, kind: VirtualService, spec: {hosts: [host.of.somebody.example], exportTo: ['*']}",
            "apiVersion: networking.istio.io/v1, kind: Gateway, spec: {servers: [{hosts: ['*'], port: {number: 80, name: http, protocol: HTTP}}]}",
            "apiVersion: security.istio.io/v1, kind: PeerAuthentication, spec: {mtls: {mode: DISABLE}}",
            "apiVersion: extensions.istio.io/v1alpha1, kind: WasmPlugin, spec: {url: 'oci://another'}",
            "apiVersion: v1, kind: Service, spec: {type: NodePort, ports: [{port: 80}]}",
            "apiVersion: v1, kind: Service, spec: {externalIPs: [192.0.2.1], ports: [{port: 80}]}");

    /** None where no owner may write, or nothing is to refuse it. */
    List<Claim> all() {
        boolean writes = tenant.owners().stream().anyMatch(owner -> owner.role() != Owner.Role.VIEW);
        if (!writes
                || scope.platform().admission() == null
                || scope.model().onlyTenant().isPresent()) {
            return List.of();
        }
        return List.of(
                claim(
                        "labels-kept",
                        "Owners of tenant " + tenant.name()
                                + " change no label by which meshes or policies know a namespace,"
                                + " also not by namespaces/status or namespaces/finalize.",
                        this::relabelled),
                claim(
                        "captured-always",
                        "Owners of tenant " + tenant.name()
                                + " make no pod that the proxy of the mesh is not in front of.",
                        (evidence, namespace) -> PODS.stream()
                                .filter(pod ->
                                        evidence.owners().powers().stores(namespace.name(), pod(namespace, pod)))),
                claim(
                        "powers-bounded",
                        "Owners of tenant " + tenant.name()
                                + " write nothing that takes hosts of others, brings traffic from"
                                + " nodes, weakens mutual TLS, or changes proxies beside every policy.",
                        (evidence, namespace) -> OBJECTS.stream()
                                .filter(object -> evidence.owners()
                                        .powers()
                                        .stores(namespace.name(), object(namespace, object)))));
    }

    private Claim claim(String intent, String sentence, BiFunction<Evidence, Namespace, Stream<String>> admitted) {
        Origin origin = scope.model().origins().of(tenant, "name");
        return new StatedClaim(intent + "/" + tenant.name(), sentence, origin, evidence -> {
            List<String> reasons = scope.places(tenant)
                    .flatMap(place -> evidence.verifier().world().namespace(place.name()).stream())
                    .flatMap(namespace -> admitted.apply(evidence, namespace)
                            .map(object -> "Owners of namespace " + namespace.name() + " may store: " + object))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (!reasons.isEmpty()) {
                reasons.addAll(evidence.owners().powers().doubts());
            }
            return Judgement.broken(reasons);
        });
    }

    private static String pod(Namespace namespace, String part) {
        String metadata = "name: attempt, namespace: '" + namespace.name() + "'";
        String spec = "containers: [{name: app, image: app}]";
        boolean ofSpec = part.startsWith("spec: {");
        String own = part.substring(part.indexOf('{') + 1, part.length() - 1);
        return "{apiVersion: v1, kind: Pod, metadata: {" + metadata + (ofSpec ? "" : ", " + own) + "}, spec: {" + spec
                + (ofSpec ? ", " + own : "") + "}}";
    }

    private static String object(Namespace namespace, String part) {
        return "{metadata: {name: attempt, namespace: '" + namespace.name() + "'}, " + part + "}";
    }

    private Stream<String> relabelled(Evidence evidence, Namespace namespace) {
        Powers powers = evidence.owners().powers();
        SortedMap<String, String> labels = new TreeMap<>(namespace.labels());
        List<String> found = new ArrayList<>();
        for (String key : kept(evidence)) {
            SortedMap<String, String> other = new TreeMap<>(labels);
            other.put(key, labels.getOrDefault(key, "").equals("another") ? "yet-another" : "another");
            SortedMap<String, String> without = new TreeMap<>(labels);
            without.remove(key);
            for (String subresource : SUBRESOURCES) {
                boolean changed = powers.changes(
                        namespace.name(), written(namespace, labels), written(namespace, other), subresource);
                boolean removed = labels.containsKey(key)
                        && powers.changes(
                                namespace.name(), written(namespace, labels), written(namespace, without), subresource);
                if (changed || removed) {
                    found.add("label " + key + " by namespaces" + (subresource.isEmpty() ? "" : "/" + subresource));
                }
            }
        }
        return found.stream();
    }

    private static String written(Namespace namespace, Map<String, String> labels) {
        String all = labels.entrySet().stream()
                .map(label -> "\"" + label.getKey() + "\": \"" + label.getValue() + "\"")
                .collect(Collectors.joining(", "));
        return "{apiVersion: v1, kind: Namespace, metadata: {name: '" + namespace.name() + "', labels: {" + all + "}}}";
    }

    /** Keys that decide about membership, about who is let in, and about what pods may be. */
    private Set<String> kept(Evidence evidence) {
        Set<String> kept = new TreeSet<>(KEPT);
        Stream.of(scope.parts().router(), scope.parts().monitoring())
                .flatMap(party -> party.stream())
                .flatMap(party -> party instanceof Party.AnyOf any ? any.parties().stream() : Stream.of(party))
                .filter(Party.Labelled.class::isInstance)
                .flatMap(party -> ((Party.Labelled) party).namespaces().requirements().stream())
                .map(Requirement::key)
                .forEach(kept::add);
        evidence.verifier().policies().meshes().stream()
                .flatMap(mesh -> mesh.visibility().discovery().stream())
                .flatMap(selector -> selector.requirements().stream())
                .map(Requirement::key)
                .forEach(kept::add);
        kept.remove(Namespace.NAME_LABEL);
        return kept;
    }
}
