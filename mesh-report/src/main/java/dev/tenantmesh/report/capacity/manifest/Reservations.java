package dev.tenantmesh.report.capacity.manifest;

import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.PlainDocuments;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.reach.visible.Visibility;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.PodTemplates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the proxies in the manifests of one cluster, and what is reserved for them. */
final class Reservations {

    private static final Mapping NOTHING = new Mapping(Map.of(), Origin.ofModel(""));

    private final SiteManifests manifests;
    private final Visibility visibility;
    private final PodCounts counts;
    private final ProxySizes sizes;
    private final Map<String, Manifest> workloads;

    private Reservations(SiteManifests manifests) {
        Platform platform = manifests.site().platform();
        this.manifests = manifests;
        this.visibility = manifests.verifier().visibility();
        this.counts = new PodCounts(
                manifests.manifests(),
                platform.capacity() == null ? null : platform.capacity().nodes());
        this.sizes = new ProxySizes(manifests.verifier().policies().limits());
        this.workloads = manifests.manifests().all().stream()
                .collect(Collectors.toMap(
                        object -> object.namespace() + "/" + object.kind() + "/" + object.name(),
                        object -> object,
                        (one, other) -> one));
    }

    /** Of every workload with sidecars and every gateway, sorted. */
    static List<Reservation> of(SiteManifests manifests) {
        Reservations reservations = new Reservations(manifests);
        return manifests.verifier().world().pods().stream()
                .flatMap(pod -> reservations.of(pod).stream())
                .toList();
    }

    private Optional<Reservation> of(Pod pod) {
        DataPlane plane = visibility.enrollment(pod).plane();
        Manifest workload = workloads.get(pod.namespace().name() + "/" + pod.kind() + "/" + pod.name());
        if (plane != DataPlane.SIDECAR && plane != DataPlane.GATEWAY) {
            return Optional.empty();
        }
        if (pod.kind().equals("Gateway")) {
            return Optional.of(automated(pod));
        }
        Mapping spec = Optional.ofNullable(workload)
                .flatMap(PodTemplates::of)
                .map(template -> template.at("spec"))
                .orElse(NOTHING);
        boolean injected = plane == DataPlane.SIDECAR
                || !pod.annotations()
                        .getOrDefault("inject.istio.io/templates", "")
                        .isEmpty();
        return Optional.of(
                new Reservation(pod, Optional.ofNullable(workload).flatMap(counts::of), sizes.of(pod, spec, injected)));
    }

    /** Pods that a control plane makes of a Gateway: what is laid over them stands in a ConfigMap. */
    private Reservation automated(Pod pod) {
        Mapping data = manifests
                .manifests()
                .of("gateway.networking.k8s.io", "Gateway")
                .filter(gateway -> gateway.origin().equals(pod.origin()))
                .map(gateway -> gateway.namespace() + "/ConfigMap/"
                        + gateway.body()
                                .at("spec", "infrastructure", "parametersRef")
                                .text("name"))
                .flatMap(id -> Optional.ofNullable(workloads.get(id)).stream())
                .map(map -> map.body().at("data"))
                .findFirst()
                .orElse(NOTHING);
        Mapping deployment = overlay(data, "deployment");
        return new Reservation(
                pod,
                PodCounts.laidOver(overlay(data, "horizontalPodAutoscaler"), deployment),
                sizes.of(pod, deployment.at("spec", "template", "spec"), true));
    }

    private static Mapping overlay(Mapping data, String key) {
        return PlainDocuments.read(key, data.text(key), new Problems()).stream()
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .findFirst()
                .orElse(NOTHING);
    }
}
