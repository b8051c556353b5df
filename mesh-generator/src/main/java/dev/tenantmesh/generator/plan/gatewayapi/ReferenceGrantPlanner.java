package dev.tenantmesh.generator.plan.gatewayapi;

import dev.tenantmesh.generator.plan.ingress.RouteTarget;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides the grants that routes need to lead to Services of other namespaces. A route leads to Services of its own
 * tenant only, and the tenant wrote the route: that is its consent, for these Services and routes of this kind.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/api-types/referencegrant/">ReferenceGrant</a>
 */
final class ReferenceGrantPlanner {

    private ReferenceGrantPlanner() {}

    /** The most Services that one grant names. */
    private static final int MOST = 16;

    private record Key(String namespace, String kind, String from) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }
    }

    static List<ReferenceGrantPlan> plan(Members members, List<ApiRoutePlan> routes) {
        Map<Key, List<ApiRoutePlan>> needed = new TreeMap<>();
        for (ApiRoutePlan route : routes) {
            route.targets().stream()
                    .map(RouteTarget::namespace)
                    .filter(namespace -> !namespace.equals(route.heading().namespace()))
                    .distinct()
                    .map(namespace ->
                            new Key(namespace, route.kind(), route.heading().namespace()))
                    .forEach(key -> needed.computeIfAbsent(key, absent -> new ArrayList<>())
                            .add(route));
        }
        return needed.entrySet().stream()
                .flatMap(entry -> members.namespace(entry.getKey().namespace()).stream()
                        .flatMap(home -> grants(members, home, entry.getKey(), entry.getValue())))
                .toList();
    }

    private static Stream<ReferenceGrantPlan> grants(
            Members members, MemberNamespace home, Key key, List<ApiRoutePlan> routes) {
        List<String> services = routes.stream()
                .flatMap(route -> route.targets().stream())
                .filter(to -> to.namespace().equals(home.name()))
                .map(RouteTarget::service)
                .distinct()
                .sorted()
                .toList();
        String name = key.kind().toLowerCase(Locale.ROOT) + "." + key.from();
        String reason = routes.stream()
                .map(route -> "routes of gateway " + route.gatewayNamespace() + "/" + route.gateway() + " lead here")
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        String entry = routes.get(0).heading().entry() + "/routes";
        List<ReferenceGrantPlan> grants = new ArrayList<>();
        for (int i = 0; i < services.size(); i += MOST) {
            String numbered = i == 0 ? name : name + "." + (i / MOST + 1);
            grants.add(new ReferenceGrantPlan(
                    members.heading(home, numbered, entry, reason),
                    key.kind(),
                    key.from(),
                    services.subList(i, Math.min(i + MOST, services.size()))));
        }
        return grants.stream();
    }
}
