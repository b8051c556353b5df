package dev.tenantmesh.report.capacity.manifest;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Placement;
import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.model.effective.WorkloadSidecars;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.reach.visible.KnownHost;
import dev.tenantmesh.verifier.reach.visible.Visibility;
import dev.tenantmesh.verifier.select.HostPattern;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Service;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what sidecars are told by the Sidecars among the manifests of one cluster. The Services are those of the manifests
 * and of the documents.
 *
 * @see <a href="https://istio.io/latest/docs/ops/configuration/mesh/configuration-scoping/">configuration scoping</a>
 */
public final class Scopings {

    /** By label and by annotation, so that every product takes a pod for one that wants a sidecar. */
    private static final Map<String, String> INJECTED = Map.of("sidecar.istio.io/inject", "true");

    private final SiteManifests manifests;
    private final Visibility visibility;
    private final Map<String, Manifest> workloads;
    private final PodCounts counts;
    private final Map<String, Range> declared = new HashMap<>();
    private final Map<KnownHost, Told> known = new HashMap<>();

    private Scopings(SiteManifests manifests) {
        Platform platform = manifests.site().platform();
        this.manifests = manifests;
        this.visibility = manifests.verifier().visibility();
        this.counts = new PodCounts(
                manifests.manifests(),
                platform.capacity() == null ? null : platform.capacity().nodes());
        this.workloads = manifests.manifests().all().stream()
                .collect(Collectors.toMap(Scopings::id, object -> object, (one, other) -> one));
        declare();
    }

    /** Of every workload with sidecars in a cluster, in the order of the documents. */
    public static List<Scoping> of(SiteManifests manifests) {
        Scopings scopings = new Scopings(manifests);
        MeshModel model = manifests.site().model();
        return model.meshes().stream()
                .flatMap(mesh -> WorkloadSidecars.of(model, manifests.site().platform(), mesh).stream())
                .map(scopings::of)
                .toList();
    }

    private Scoping of(WorkloadSidecars sidecars) {
        Pod pod = pod(sidecars);
        List<KnownHost> everything = visibility
                .enrollment(pod)
                .mesh()
                .map(mesh -> visibility.watched(mesh).hosts())
                .orElse(List.of());
        Set<KnownHost> scoped = visibility.toldOf(pod).stream()
                .filter(told -> told.certainty().isPossible())
                .map(dev.tenantmesh.verifier.reach.visible.Told::host)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        everything.stream().filter(host -> isToldByOtherName(pod, host)).forEach(scoped::add);
        return new Scoping(manifests.site().name(), sidecars, told(scoped), told(everything));
    }

    /** In a cluster with a domain of its own Sidecars call a Service by another name than whoever does not know it. */
    private boolean isToldByOtherName(Pod pod, KnownHost host) {
        String known = HostPattern.ofService("", host.namespace());
        String domain = "." + host.namespace() + "."
                + manifests.site().platform().network().serviceDomain();
        if (!host.isService()
                || domain.equals(known)
                || !host.reaches(pod.namespace().name())) {
            return false;
        }
        KnownHost renamed = new KnownHost(
                host.host().replace(known, domain),
                host.namespace(),
                host.source(),
                true,
                host.external(),
                host.ports(),
                host.exportTo(),
                host.origin(),
                host.exported());
        return visibility.scopes(pod, visibility.enrollment(pod)).stream()
                .anyMatch(scope -> scope.tells(renamed).findAny().isPresent());
    }

    private Pod pod(WorkloadSidecars sidecars) {
        String name = sidecars.namespace().name();
        Namespace namespace =
                manifests.verifier().world().namespace(name).orElseGet(() -> Namespace.of(name, Map.of(), null));
        Map<String, String> labels = new TreeMap<>(sidecars.workload().selector());
        labels.putAll(INJECTED);
        return Pod.possible(namespace, labels, INJECTED);
    }

    private Told told(Collection<KnownHost> hosts) {
        return hosts.stream()
                .map(host -> known.computeIfAbsent(host, this::told))
                .reduce(Told.NOTHING, Told::plus);
    }

    private Told told(KnownHost host) {
        int ports = host.ports().size();
        Range pods = host.isService() ? pods(host) : Range.of(1, 1);
        return new Told(1, ports, pods.times(ports));
    }

    /** The pods behind a Service: those of manifests, else those that the documents tell of; else none that is counted. */
    private Range pods(KnownHost host) {
        List<Range> counted = manifests.verifier().world().services().getOrDefault(host.namespace(), List.of()).stream()
                .filter(service -> HostPattern.ofService(service.name(), service.namespace())
                        .equals(host.host()))
                .flatMap(this::pods)
                .toList();
        return counted.isEmpty()
                ? declared.getOrDefault(host.host(), Range.NONE)
                : counted.stream().reduce(Range.NONE, Range::plus);
    }

    private Stream<Range> pods(Service service) {
        return manifests.verifier().world().pods().stream()
                .filter(service::selects)
                .flatMap(pod ->
                        Optional.ofNullable(workloads.get(pod.namespace().name() + "/" + pod.kind() + "/" + pod.name()))
                                .flatMap(counts::of)
                                .stream());
    }

    /** The pods behind Services of the documents. */
    private void declare() {
        MeshModel model = manifests.site().model();
        MeshModel whole = model.placement().map(Placement::whole).orElse(model);
        whole.tenants().stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .forEach(namespace -> namespace.workloads().forEach(workload -> declare(namespace.name(), workload)));
    }

    private void declare(String namespace, Workload workload) {
        Replicas replicas = workload.replicas();
        if (replicas != null) {
            workload.services()
                    .forEach(service ->
                            declared.put(HostPattern.ofService(service.name(), namespace), Scoping.range(replicas)));
        }
    }

    private static String id(Manifest object) {
        return object.namespace() + "/" + object.kind() + "/" + object.name();
    }
}
