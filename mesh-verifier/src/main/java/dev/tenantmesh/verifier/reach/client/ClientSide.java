package dev.tenantmesh.verifier.reach.client;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.policy.visible.DestinationRule;
import dev.tenantmesh.verifier.policy.visible.DestinationRule.Tls;
import dev.tenantmesh.verifier.policy.visible.Sidecar.Ingress;
import dev.tenantmesh.verifier.policy.visible.Sidecar.Outbound;
import dev.tenantmesh.verifier.policy.visible.VirtualService;
import dev.tenantmesh.verifier.policy.visible.VirtualService.Route;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.client.Sending.Kind;
import dev.tenantmesh.verifier.reach.mesh.Enrollment;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.reach.mesh.MeshLayer;
import dev.tenantmesh.verifier.reach.visible.KnownHost;
import dev.tenantmesh.verifier.reach.visible.Scope;
import dev.tenantmesh.verifier.reach.visible.Told;
import dev.tenantmesh.verifier.reach.visible.Visibility;
import dev.tenantmesh.verifier.reach.visible.Watched;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Service;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the proxy of a client makes of a connection to a Service. Whoever owns the client can do otherwise, so that it
 * counts for what is meant to work and never for what must not.
 *
 * @see <a href="https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/#auto-mtls">Auto mTLS</a>
 */
public final class ClientSide {

    private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeOutboundPorts";
    private static final String OUTBOUND = "outboundTrafficPolicy";

    private final PolicyModel policies;
    private final Visibility visibility;
    private final AutoMutualTls automatic;

    public ClientSide(PolicyModel policies, Visibility visibility, MeshLayer mesh) {
        this.policies = policies;
        this.visibility = visibility;
        this.automatic = new AutoMutualTls(mesh);
    }

    /**
     * Everything that the proxy of a client may send to a pod behind a Service; one thing, unless something that decides
     * is not in the manifests.
     *
     * @param port of the Service
     */
    public List<Sending> sends(Pod client, Service service, int port, Pod destination) {
        return sends(client, visibility.told(client, service), port, new Behind(service, destination));
    }

    /**
     * Everything that the proxy of a client may send to a host that is known from a ServiceEntry.
     *
     * @param told what the proxy is told of it
     * @param port of the ServiceEntry
     */
    public List<Sending> sends(Pod client, Told told, int port) {
        return sends(client, told, port, null);
    }

    /**
     * The listener by which the proxy of a destination takes TLS of its own, where that counts: only where mutual TLS is
     * turned off, and if the installation lets it.
     */
    Optional<Ingress> ownTls(Pod destination, int port) {
        Enrollment enrollment = visibility.enrollment(destination);
        boolean off = automatic.mesh().modes(destination, port).contains(PeerAuthentication.Mode.DISABLE);
        return off && enrollment.plane() == DataPlane.SIDECAR
                ? visibility.scopes(destination, enrollment).stream()
                        .flatMap(scope -> scope.sidecar() == null ? Stream.of() : scope.sidecar().ingress().stream())
                        .filter(listener -> listener.port() == port && listener.tls())
                        .findFirst()
                : Optional.empty();
    }

    /** A pod behind a Service. */
    private record Behind(Service service, Pod destination) {}

    private List<Sending> sends(Pod client, Told told, int port, @Nullable Behind behind) {
        Enrollment enrollment = visibility.enrollment(client);
        if (enrollment.mesh().isEmpty()) {
            return List.of(Sending.certain(Kind.PLAINTEXT, "no proxy: " + enrollment.because(), client.origin()));
        }
        if (enrollment.plane() == DataPlane.AMBIENT) {
            return behind == null
                    ? List.of(AutoMutualTls.outside(told.host()))
                    : certain(automatic.fromNode(behind.destination()));
        }
        if (enrollment.plane() == DataPlane.SIDECAR && excludes(client, port)) {
            return List.of(
                    Sending.certain(Kind.PLAINTEXT, "the pod excludes the port by " + EXCLUDED, client.origin()));
        }
        Set<Sending> all = new LinkedHashSet<>();
        if (told.certainty().isPossible() && told.ports().contains(port)) {
            all.addAll(toHost(client, enrollment, new Target(told.host(), port, behind)));
        }
        if (!told.certainty().isCertain() || all.isEmpty()) {
            all.addAll(unknown(client, enrollment, told));
        }
        return certain(all.stream());
    }

    /** A connection to a host that a proxy is told of. */
    private record Target(
            KnownHost host, int port, @Nullable Behind behind) {}

    private static boolean excludes(Pod client, int port) {
        String excluded = client.annotations().getOrDefault(EXCLUDED, "");
        return Arrays.stream(excluded.split(",")).map(String::strip).anyMatch(String.valueOf(port)::equals);
    }

    /** Of several things none is certain; the same thing for several reasons is one. */
    private static List<Sending> certain(Stream<Sending> all) {
        Map<Kind, Sending> distinct = new TreeMap<>();
        all.forEach(sending -> distinct.putIfAbsent(sending.kind(), sending));
        return distinct.values().stream()
                .map(sending -> distinct.size() == 1 ? sending : sending.butOnly(Truth.MAYBE))
                .toList();
    }

    /** What becomes of a connection to nobody that the proxy is told of. */
    private List<Sending> unknown(Pod client, Enrollment enrollment, Told told) {
        if (enrollment.plane() == DataPlane.GATEWAY) {
            return List.of(Sending.certain(Kind.BLACKHOLED, "a gateway leads only to who it is told of", null));
        }
        return visibility.scopes(client, enrollment).stream()
                .map(scope -> outbound(enrollment.mesh().orElseThrow(), scope))
                .flatMap(sendings -> sendings)
                .map(sending -> new Sending(
                        sending.kind(),
                        sending.certainty(),
                        told.because() + "; " + sending.because(),
                        sending.origin()))
                .toList();
    }

    private static Stream<Sending> outbound(MeshSettings mesh, Scope scope) {
        Outbound own =
                scope.sidecar() == null ? null : scope.sidecar().outbound().orElse(null);
        if (own != null && !own.egressProxy().isEmpty()) {
            String because = scope.because() + " leads everybody else to " + own.egressProxy();
            return Stream.of(Sending.certain(Kind.LED_ELSEWHERE, because, own.origin()));
        }
        if (own != null) {
            String because = scope.because() + " says " + (own.registryOnly() ? "REGISTRY_ONLY" : "ALLOW_ANY");
            return Stream.of(
                    Sending.certain(own.registryOnly() ? Kind.BLACKHOLED : Kind.PASSED_THROUGH, because, own.origin()));
        }
        Truth dropped = mesh.visibility().registryOnly();
        String because = "mesh " + mesh.name() + " says "
                + switch (dropped) {
                    case YES -> "REGISTRY_ONLY";
                    case NO -> "ALLOW_ANY";
                    case MAYBE -> "no mode of its outbound policy";
                };
        return Stream.of(Kind.BLACKHOLED, Kind.PASSED_THROUGH)
                .filter(kind -> (kind == Kind.BLACKHOLED ? dropped : dropped.not()).isPossible())
                .map(kind -> Sending.certain(kind, because, mesh.visibility().originOf(OUTBOUND)));
    }

    private List<Sending> toHost(Pod client, Enrollment enrollment, Target target) {
        Set<String> subsets = new LinkedHashSet<>();
        Set<Sending> all = new LinkedHashSet<>();
        List<VirtualService> leading =
                enrollment.plane() == DataPlane.SIDECAR ? leading(client, enrollment, target.host()) : List.of();
        for (VirtualService service : leading) {
            List<Route> routes =
                    visibility.routes(service).filter(route -> !route.copy()).toList();
            routes.stream()
                    .filter(route -> route.host().text().equals(target.host().host()))
                    .forEach(route -> subsets.add(route.subset()));
            boolean elsewhere = service.answers()
                    || routes.stream()
                            .anyMatch(route ->
                                    !route.host().text().equals(target.host().host()));
            if (elsewhere) {
                all.add(Sending.certain(
                        Kind.LED_ELSEWHERE,
                        service.object().id() + " leads it to another host",
                        service.object().origin()));
            }
        }
        if (leading.isEmpty()) {
            subsets.add("");
        }
        subsets.forEach(subset -> all.addAll(toSubset(client, enrollment, target, subset)));
        return List.copyOf(all);
    }

    private List<VirtualService> leading(Pod client, Enrollment enrollment, KnownHost host) {
        Watched watched = visibility.watched(enrollment.mesh().orElseThrow());
        return visibility.scopes(client, enrollment).stream()
                .flatMap(scope -> visibility.virtualServices(client, scope, watched))
                .filter(service -> service.names(host.host()))
                .distinct()
                .toList();
    }

    private List<Sending> toSubset(Pod client, Enrollment enrollment, Target target, String subset) {
        MeshSettings mesh = enrollment.mesh().orElseThrow();
        List<DestinationRule> rules = new DestinationRules(
                        visibility.watched(mesh), policies.visible().destinationRules())
                .of(client, target.host());
        if (rules.isEmpty()) {
            return automatic(mesh, target);
        }
        return rules.stream()
                .flatMap(rule -> rule.tls(target.port(), subset)
                        .map(tls -> Stream.of(said(rule, tls)))
                        .orElseGet(() -> automatic(mesh, target).stream()))
                .toList();
    }

    private List<Sending> automatic(MeshSettings mesh, Target target) {
        Behind behind = target.behind();
        if (behind == null) {
            return target.host().external()
                    ? List.of(AutoMutualTls.outside(target.host()))
                    : AutoMutualTls.inside(target.host());
        }
        Optional<Integer> port = behind.service().ports().stream()
                .filter(offered -> offered.port().number() == target.port())
                .flatMap(offered -> offered.of(behind.destination()).stream())
                .map(offered -> offered.number())
                .findFirst();
        return automatic.of(mesh, behind.destination(), port.orElse(target.port()));
    }

    private static Sending said(DestinationRule rule, Tls tls) {
        Kind kind = switch (tls.mode()) {
            case DISABLE -> Kind.PLAINTEXT;
            case SIMPLE, MUTUAL -> Kind.USER_TLS;
            case ISTIO_MUTUAL -> Kind.ISTIO_MTLS;
        };
        return Sending.certain(kind, rule.object().id() + " says tls " + tls.mode(), tls.origin());
    }
}
