package dev.tenantmesh.model.check.route;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.gateway.Route;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Origins;
import java.util.List;

/** A gateway has a route, and none that an earlier one keeps every request from: the first match wins. */
public final class RoutesAreReached implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        RoutedHosts.of(model).forEach(routed -> check(routed, model.origins(), problems));
    }

    private static void check(RoutedHosts routed, Origins origins, Problems problems) {
        List<Route> routes = routed.routes();
        if (routes.isEmpty()) {
            problems.error(
                    ProblemCode.MISSING_KEY,
                    origins.of(routed.source(), "routes"),
                    "",
                    "The gateway has no route and would answer nothing.",
                    "Add a route under `routes`.");
        }
        if (!routed.passesThrough()) {
            for (int i = 1; i < routes.size(); i++) {
                checkReached(routes.get(i), routes.subList(0, i), origins, problems);
            }
        }
    }

    private static void checkReached(Route route, List<Route> earlier, Origins origins, Problems problems) {
        earlier.stream()
                .filter(first -> prefix(route).startsWith(prefix(first)))
                .findFirst()
                .ifPresent(first -> problems.error(
                        ProblemCode.UNREACHABLE_ROUTE,
                        place(route, origins),
                        route.match() == null ? "" : route.match().prefix(),
                        "The route at " + place(first, origins) + " takes every request that this one could.",
                        "Put the longer prefix first, or remove one of the two."));
    }

    private static Origin place(Route route, Origins origins) {
        return route.match() == null ? origins.of(route) : origins.of(route.match(), "prefix");
    }

    private static String prefix(Route route) {
        return route.match() == null ? "/" : route.match().prefix();
    }
}
