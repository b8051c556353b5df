package dev.tenantmesh.verifier.reach.visible;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.visible.VirtualService;
import dev.tenantmesh.verifier.policy.visible.VirtualService.Route;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.profile.MeshSettings.Product;
import dev.tenantmesh.verifier.reach.mesh.Enrollment;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.reach.mesh.EnrollmentRules;
import dev.tenantmesh.verifier.select.HostPattern;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Service;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which hosts the proxy of a pod is told of, and by which rule. A pod reaches others all the same, past its proxy or by
 * their addresses: this says what a well-behaved client is served with, and nothing about isolation.
 *
 * @see <a href="https://istio.io/latest/docs/ops/best-practices/security/#understand-traffic-capture-limitations">Understand traffic capture limitations</a>
 */
public final class Visibility {

    private final World world;
    private final PolicyModel policies;
    private final EnrollmentRules enrollments;
    private final Map<MeshSettings, Watched> watched = new ConcurrentHashMap<>();

    public Visibility(World world, PolicyModel policies) {
        this.world = world;
        this.policies = policies;
        this.enrollments = new EnrollmentRules(policies.meshes(), policies.members());
    }

    /** What stands in front of a pod. */
    public Enrollment enrollment(Pod pod) {
        return enrollments.of(pod);
    }

    /** What a control plane looks at. */
    public Watched watched(MeshSettings mesh) {
        return watched.computeIfAbsent(mesh, known -> new Watched(world, policies, known));
    }

    /**
     * Every host that the proxy of a pod may be told of, sorted by host and namespace; none without a proxy. Where it is
     * not certain which of two namespaces a host is taken from, both are there.
     */
    public List<Told> toldOf(Pod pod) {
        Enrollment enrollment = enrollments.of(pod);
        if (enrollment.mesh().isEmpty()) {
            return List.of();
        }
        Watched known = watched(enrollment.mesh().get());
        if (enrollment.plane() == DataPlane.AMBIENT) {
            return sorted(known.hosts().stream()
                    .map(host -> Told.certain(host, "the proxy of a node is told of every host", null)
                            .butOnly(known.namespace(host.namespace()))));
        }
        List<Scope> scopes = scopes(pod, enrollment);
        List<List<Told>> each =
                scopes.stream().map(scope -> ofScope(pod, known, scope)).toList();
        return each.size() == 1 ? each.get(0) : joined(each);
    }

    /** The scopes that may count for a pod; one, unless several Sidecars are for it. */
    public List<Scope> scopes(Pod pod, Enrollment enrollment) {
        return enrollment.plane() == DataPlane.SIDECAR
                ? new Scopes(
                                watched(enrollment.mesh().orElseThrow()),
                                policies.visible().sidecars())
                        .of(pod)
                : List.of(Scopes.everything(pod.namespace().name(), "Sidecars are not for gateways"));
    }

    /** What the proxy of a pod is told of the host of a Service, or why it is not. */
    public Told told(Pod pod, Service service) {
        Enrollment enrollment = enrollments.of(pod);
        MeshSettings mesh = enrollment.mesh().orElse(MeshSettings.ISTIO_DEFAULTS);
        KnownHost host = watched(mesh).host(service);
        return toldOf(pod).stream()
                .filter(told -> told.host().equals(host))
                .findFirst()
                .orElseGet(() -> notTold(pod, enrollment, host));
    }

    private Told notTold(Pod pod, Enrollment enrollment, KnownHost host) {
        if (enrollment.mesh().isEmpty()) {
            return Told.not(host, enrollment.because(), null);
        }
        MeshSettings mesh = enrollment.mesh().get();
        if (!watched(mesh).namespace(host.namespace()).isPossible()) {
            Origin selectors = mesh.visibility().originOf("discoverySelectors");
            return Told.not(host, "mesh " + mesh.name() + " does not look at " + host.namespace(), selectors);
        }
        if (!host.reaches(pod.namespace().name())) {
            String because = host.source() + " is exported to " + host.exportTo();
            return Told.not(host, because, host.exported());
        }
        Scope scope = scopes(pod, enrollment).get(0);
        return scope.tells(host).findAny().isPresent()
                ? Told.not(host, "another namespace's host of this name comes first", null)
                : Told.not(host, scope.because() + " does not tell of it", scope.origin());
    }

    private List<Told> ofScope(Pod pod, Watched known, Scope scope) {
        String own = pod.namespace().name();
        Map<String, List<Told>> imported = new TreeMap<>();
        known.hosts().stream()
                .filter(host -> host.reaches(own))
                .forEach(host -> scope.tells(host)
                        .reduce(Told::with)
                        .map(told -> told.butOnly(known.namespace(host.namespace())))
                        .ifPresent(told -> imported.computeIfAbsent(host.host(), absent -> new ArrayList<>())
                                .add(told)));
        Preference preference = new Preference(own, known.mesh().product() == Product.MAISTRA);
        Map<String, List<Told>> chosen = new TreeMap<>();
        imported.forEach((host, candidates) -> chosen.put(host, preference.among(candidates)));
        if (scope.sidecar() != null) {
            ledTo(pod, known, scope)
                    .forEach(told -> chosen.putIfAbsent(told.host().host(), List.of(told)));
        }
        return sorted(chosen.values().stream().flatMap(List::stream));
    }

    /** Hosts that VirtualServices lead to are told of unasked: that of the own namespace, else the first in the alphabet. */
    private Stream<Told> ledTo(Pod pod, Watched known, Scope scope) {
        String own = pod.namespace().name();
        Comparator<KnownHost> order = Comparator.comparing(
                        (KnownHost host) -> !host.namespace().equals(own))
                .thenComparing(KnownHost::namespace);
        return virtualServices(pod, scope, known)
                .flatMap(service -> routes(service)
                        .map(Route::host)
                        .map(HostPattern::text)
                        .distinct()
                        .flatMap(led -> known.hosts().stream()
                                .filter(host -> host.host().equals(led) && host.reaches(own))
                                .min(order)
                                .stream())
                        .map(host -> Told.certain(
                                        host,
                                        service.object().id() + " leads there",
                                        service.object().origin())
                                .butOnly(known.reads(service.object()))
                                .butOnly(known.namespace(host.namespace()))));
    }

    /** The VirtualServices that a pod's own proxy is told of. */
    public Stream<VirtualService> virtualServices(Pod pod, Scope scope, Watched known) {
        return policies.visible().virtualServices().stream()
                .filter(VirtualService::isForPods)
                .filter(service -> known.reads(service.object()).isPossible())
                .filter(service -> service.exportTo()
                        .or(known.mesh().visibility().virtualServices())
                        .reaches(service.object().namespace(), pod.namespace().name()))
                .filter(scope::tells);
    }

    /** Where a VirtualService leads, by those that are parts of it, too. */
    public Stream<Route> routes(VirtualService service) {
        return Stream.concat(
                service.routes().stream(),
                policies.visible().virtualServices().stream()
                        .filter(part -> service.parts()
                                .contains(part.object().namespace() + "/"
                                        + part.object().name()))
                        .flatMap(part -> part.routes().stream()));
    }

    /** What some of several scopes tell is told perhaps. */
    private static List<Told> joined(List<List<Told>> scopes) {
        Map<KnownHost, List<Told>> all = scopes.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Told::host, LinkedHashMap::new, Collectors.toList()));
        return sorted(all.values().stream().map(alike -> {
            Truth certainty = alike.size() == scopes.size()
                    ? alike.stream().map(Told::certainty).reduce(Truth.YES, Truth::and)
                    : Truth.MAYBE;
            Told told = alike.stream().reduce(Told::with).orElseThrow();
            return told.butOnly(certainty);
        }));
    }

    private static List<Told> sorted(Stream<Told> all) {
        return all.sorted(Comparator.comparing((Told told) -> told.host().host())
                        .thenComparing(told -> told.host().namespace())
                        .thenComparing(told -> told.host().origin()))
                .toList();
    }
}
