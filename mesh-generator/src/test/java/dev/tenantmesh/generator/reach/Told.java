package dev.tenantmesh.generator.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which Services the proxy of each pod is told about, by the manifests and what tenants merge into their Services. */
final class Told {

    private static final String EXPORT_TO = "networking.istio.io/exportTo";

    private final Cluster cluster;
    private final List<SidecarScope> sidecars;
    private final List<Offer> offers = new ArrayList<>();

    /**
     * @param applied what the platform applies
     * @param components what tenants merge into their own manifests
     * @param services the Services that tenants have
     */
    Told(List<Document> applied, List<Document> components, World world, List<TenantService> services) {
        this.cluster = new Cluster(applied, world);
        this.sidecars = applied.stream()
                .filter(document -> document.is("Sidecar"))
                .map(SidecarScope::read)
                .toList();
        services.forEach(service -> offers.add(offer(service, components)));
        applied.stream()
                .filter(document -> document.is("Service"))
                .forEach(document -> offers.add(offer(
                        document.namespace(),
                        document.name(),
                        exportTo(document.fields().path("metadata")).toList())));
        applied.stream()
                .filter(document -> document.is("ServiceEntry"))
                .forEach(document -> document.spec()
                        .texts("hosts")
                        .forEach(host -> offers.add(Offer.of(
                                document.namespace(),
                                host,
                                orDefault(document.spec().texts("exportTo"), document.namespace())))));
    }

    /** Their names, {@code <Service>.<namespace>}. */
    Set<String> of(Endpoint pod) {
        return pod.proxy() == Endpoint.Proxy.NONE
                        || cluster.mesh(pod.namespace()).isEmpty()
                ? Set.of()
                : offers.stream()
                        .filter(offer -> isOfOneMesh(pod, offer) && offer.isKnownIn(pod.namespace()))
                        .filter(offer ->
                                scope(pod).map(scope -> scope.covers(offer)).orElse(true))
                        .map(offer -> offer.host().replace(".svc.cluster.local", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isOfOneMesh(Endpoint pod, Offer offer) {
        return cluster.mesh(offer.namespace()).equals(cluster.mesh(pod.namespace()));
    }

    /** The one that selects the pod, else that of its namespace; which of two wins is a question of their age. */
    private Optional<SidecarScope> scope(Endpoint pod) {
        if (pod.proxy() == Endpoint.Proxy.GATEWAY) {
            return Optional.empty();
        }
        List<SidecarScope> selecting =
                sidecars.stream().filter(sidecar -> sidecar.selects(pod)).toList();
        List<SidecarScope> own =
                selecting.stream().filter(sidecar -> !sidecar.isOfNamespace()).toList();
        List<SidecarScope> chosen = own.isEmpty() ? selecting : own;
        if (chosen.size() > 1) {
            throw new NotUnderstood(pod + " has several Sidecars: " + chosen);
        }
        return chosen.stream().findFirst();
    }

    private Offer offer(TenantService service, List<Document> components) {
        List<String> exportTo = components.stream()
                .filter(patch -> patch.is("Service") && service.isPatchedBy(patch))
                .flatMap(patch -> exportTo(patch.fields().path("metadata")))
                .toList();
        return offer(service.namespace(), service.name(), exportTo);
    }

    private Offer offer(String namespace, String service, List<String> exportTo) {
        String host = service + "." + namespace + ".svc.cluster.local";
        return Offer.of(namespace, host, orDefault(exportTo, namespace));
    }

    private static Stream<String> exportTo(Fields metadata) {
        Fields annotations = metadata.path("annotations");
        return annotations.has(EXPORT_TO)
                ? Stream.of(annotations.text(EXPORT_TO).split(",", -1))
                : Stream.of();
    }

    private List<String> orDefault(List<String> exportTo, String namespace) {
        return exportTo.isEmpty()
                ? cluster.mesh(namespace).map(Mesh::defaultServiceExportTo).orElse(List.of("*"))
                : exportTo;
    }
}
