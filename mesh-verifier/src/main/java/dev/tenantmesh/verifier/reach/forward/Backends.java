package dev.tenantmesh.verifier.reach.forward;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.route.ServiceEntry;
import dev.tenantmesh.verifier.policy.route.Target;
import dev.tenantmesh.verifier.policy.route.Target.ServiceName;
import dev.tenantmesh.verifier.policy.route.TargetPort;
import dev.tenantmesh.verifier.reach.PossiblePods;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.Service;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds who is behind a name. A Service comes before a ServiceEntry of its name; a Service that no manifest shows may
 * lead to any pod of its namespace, and a name that nobody shows to any address outside.
 */
public final class Backends {

    private final World world;
    private final PossiblePods possible;
    private final List<External> outside;
    private final List<ServiceEntry> entries;
    private final Map<String, List<ServiceEntry>> byHost = new HashMap<>();
    private final Map<String, List<Pod>> pods;
    private final Map<String, List<Pod>> undeclared = new HashMap<>();

    public Backends(World world, PolicyModel policies, List<External> outside) {
        this.world = world;
        this.possible = new PossiblePods(world, policies);
        this.outside = List.copyOf(outside);
        this.entries = policies.routing().serviceEntries();
        this.pods = world.podsByNamespace();
        entries.forEach(entry -> entry.hosts()
                .forEach(host -> byHost.computeIfAbsent(host, absent -> new ArrayList<>())
                        .add(entry)));
    }

    /**
     * Whom a route leads to.
     *
     * @param home the namespace of whoever forwards, which sees only what is exported to it
     */
    public List<Backend> of(Target target, String home) {
        Optional<Service> service = target.service().flatMap(this::declared);
        if (service.isPresent()) {
            return of(service.get(), target.port());
        }
        List<Backend> named = entriesOf(target.host())
                .filter(entry -> entry.isVisibleIn(home))
                .flatMap(entry -> of(entry, target).stream())
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        return List.of(target.service()
                .map(this::unknown)
                .orElseGet(() -> named(
                        target.host() + " is no Service and no ServiceEntry of the manifests", ports(target.port()))));
    }

    private Stream<ServiceEntry> entriesOf(String host) {
        Stream<ServiceEntry> exact = byHost.getOrDefault(host, List.of()).stream();
        Stream<ServiceEntry> wide = entries.stream()
                .filter(entry -> entry.hosts().stream()
                        .anyMatch(known -> known.startsWith("*") && HostNames.covers(known, host)));
        return Stream.concat(exact, wide).distinct();
    }

    private Optional<Service> declared(ServiceName name) {
        return world.services().getOrDefault(name.namespace(), List.of()).stream()
                .filter(service -> service.name().equals(name.name()))
                .findFirst();
    }

    /** Every Service under a host, for relays that lead wherever a client says. */
    public List<Backend> under(String host, String home) {
        List<Backend> all = new ArrayList<>();
        world.services().values().stream()
                .flatMap(List::stream)
                .filter(service -> HostNames.covers(host, Target.fqdn(service.name(), service.namespace())))
                .forEach(service -> all.addAll(of(service, TargetPort.ANY)));
        entries.stream()
                .filter(entry -> !entry.external() && entry.isVisibleIn(home))
                .flatMap(entry -> entry.hosts().stream()
                        .filter(known -> HostNames.covers(host, known))
                        .map(known -> of(entry, Target.host(known, home, TargetPort.ANY, entry.origin()))))
                .forEach(all::addAll);
        Target.named(host, home)
                .filter(named -> !host.startsWith("*") && declared(named).isEmpty())
                .ifPresent(named -> all.add(unknown(named)));
        world.namespaces().keySet().stream()
                .filter(namespace -> !world.services().containsKey(namespace)
                        && HostNames.covers(host, Target.fqdn("any", namespace)))
                .forEach(namespace -> all.add(unknown(new ServiceName(namespace, "*"))));
        return all;
    }

    private List<Backend> of(Service service, TargetPort port) {
        String id = "Service " + service.namespace() + "/" + service.name();
        if (!service.externalName().isEmpty()) {
            return List.of(named(id + " stands for " + service.externalName(), ports(port)));
        }
        if (service.selector().isEmpty()) {
            Set<Port> ports = service.ports().stream()
                    .map(Service.ServicePort::target)
                    .filter(target -> target.matches("[1-9][0-9]{0,4}"))
                    .flatMap(target -> Port.parse("tcp/" + target).stream())
                    .collect(Collectors.toSet());
            return List.of(anywhere(id + " has no selector, so its endpoints are not in the manifests", ports));
        }
        List<Service.ServicePort> offered = service.ports().stream()
                .filter(one -> one.port().isTcp() && fits(one, port))
                .toList();
        if (offered.isEmpty()) {
            return List.of();
        }
        List<Endpoint> known = members(service.namespace(), service::selects);
        return List.of(new Backend(
                endpoint -> endpoint instanceof Pod pod && service.selects(pod)
                        ? ports(pod, offered, port)
                        : Optional.empty(),
                known,
                Truth.YES,
                id + " selects them"));
    }

    private static boolean fits(Service.ServicePort offered, TargetPort port) {
        return switch (port.kind()) {
            case ANY, POD_NUMBER -> true;
            case SERVICE_NUMBER -> offered.port().number() == port.number();
            case SERVICE_NAME -> offered.name().equals(port.name());
        };
    }

    /** A pod that nobody declared may call any of its ports by the name that a Service asks for. */
    private static Optional<Set<Port>> ports(Pod pod, List<Service.ServicePort> offered, TargetPort port) {
        Set<Port> ports = offered.stream()
                .flatMap(one -> one.of(pod).stream())
                .filter(one -> port.kind() != TargetPort.Kind.POD_NUMBER || one.number() == port.number())
                .collect(Collectors.toSet());
        boolean any =
                pod.isPossible() && offered.stream().anyMatch(one -> one.of(pod).isEmpty());
        return any ? Optional.of(Backend.ANY_PORT) : ports.isEmpty() ? Optional.empty() : Optional.of(ports);
    }

    private static Set<Port> ports(TargetPort port) {
        return port.number() > 0 && port.number() < 65_536 ? Set.of(Port.tcp(port.number())) : Backend.ANY_PORT;
    }

    /** Of a namespace whose pods are not declared, those that could be. */
    private List<Endpoint> members(String namespace, Predicate<Pod> wanted) {
        List<Endpoint> declared = pods.getOrDefault(namespace, List.of()).stream()
                .filter(wanted)
                .map(Endpoint.class::cast)
                .toList();
        return declared.isEmpty()
                ? undeclared.computeIfAbsent(namespace, this::possiblePods).stream()
                        .filter(wanted)
                        .map(Endpoint.class::cast)
                        .toList()
                : declared;
    }

    private List<Pod> possiblePods(String namespace) {
        return world.namespace(namespace).map(possible::in).orElse(List.of());
    }

    private Backend unknown(ServiceName name) {
        return new Backend(
                endpoint ->
                        endpoint instanceof Pod pod && pod.namespace().name().equals(name.namespace())
                                ? Optional.of(Backend.ANY_PORT)
                                : Optional.empty(),
                Stream.concat(
                                pods.getOrDefault(name.namespace(), List.of()).stream(),
                                undeclared.computeIfAbsent(name.namespace(), this::possiblePods).stream())
                        .map(Endpoint.class::cast)
                        .toList(),
                Truth.MAYBE,
                "Service " + name.namespace() + "/" + name.name()
                        + " is in no manifest and may select any pod of its namespace");
    }

    private List<Backend> of(ServiceEntry entry, Target target) {
        Set<Port> ports = entry.behind(target.port()).stream().map(Port::tcp).collect(Collectors.toSet());
        List<Backend> all = new ArrayList<>();
        entry.pods()
                .ifPresent(selector -> all.add(new Backend(
                        endpoint -> endpoint instanceof Pod pod
                                        && pod.namespace().name().equals(entry.namespace())
                                        && selector.selects(pod.labels())
                                ? Optional.of(ports)
                                : Optional.empty(),
                        members(entry.namespace(), pod -> selector.selects(pod.labels())),
                        Truth.YES,
                        entry.id() + " selects them")));
        List<String> places = entry.endpoints().isEmpty() && entry.pods().isEmpty() ? places(entry) : entry.endpoints();
        places.forEach(place -> all.addAll(at(entry, place, ports)));
        return all;
    }

    /** Where it is without endpoints: at its addresses, or where its name leads. */
    private static List<String> places(ServiceEntry entry) {
        boolean byAddress =
                !entry.resolution().startsWith("D") && !entry.addresses().isEmpty();
        return byAddress ? entry.addresses() : entry.hosts();
    }

    private List<Backend> at(ServiceEntry entry, String place, Set<Port> ports) {
        Optional<AddressRange> range = AddressRange.ofCidr(place);
        if (range.isPresent()) {
            List<Endpoint> known = outside.stream()
                    .filter(external -> external.range().overlaps(range.get()))
                    .map(Endpoint.class::cast)
                    .toList();
            return List.of(new Backend(
                    endpoint -> endpoint instanceof External external
                                    && external.range().overlaps(range.get())
                            ? Optional.of(ports)
                            : Optional.empty(),
                    known,
                    Truth.of(known.stream().allMatch(external -> range.get().contains(((External) external).range())))
                            .or(Truth.MAYBE),
                    entry.id() + " says they are at " + place));
        }
        Optional<Service> service = Target.host(place, entry.namespace(), TargetPort.ANY, entry.origin())
                .service()
                .flatMap(this::declared);
        if (service.isPresent()) {
            return ports.stream()
                    .sorted(java.util.Comparator.comparing(Port::number))
                    .flatMap(port -> of(service.get(), TargetPort.ofService(port.number())).stream())
                    .toList();
        }
        return List.of(named(entry.id() + " says they are where the name " + place + " leads", ports));
    }

    /** Whoever a name leads to that nobody here can look up: it may be anybody outside. */
    private Backend named(String because, Set<Port> ports) {
        return new Backend(
                endpoint -> endpoint instanceof External ? Optional.of(ports) : Optional.empty(),
                List.copyOf(outside),
                Truth.MAYBE,
                because);
    }

    private Backend anywhere(String because, Set<Port> ports) {
        return new Backend(
                endpoint -> Optional.of(ports),
                Stream.concat(world.pods().stream(), outside.stream())
                        .map(Endpoint.class::cast)
                        .toList(),
                Truth.MAYBE,
                because);
    }
}
