package dev.tenantmesh.model.check.route;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.gateway.Route;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Origins;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Routes of a gateway of the Gateway API fit into one route object, and match paths as it does: whole segments, written
 * in one way only. Which of them comes first means nothing there, the longest path wins; another rule sees to it that the
 * longest is first here, too.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/#httproutespec">HTTPRouteSpec</a>
 * @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/#httppathmatch">HTTPPathMatch</a>
 */
public final class RoutesFitTheGatewayApi implements Rule {

    private static final int MOST = 16;
    private static final int LONGEST_HOST = 63;

    /** What the CustomResourceDefinition refuses: empty segments, ones that walk, and encoded slashes. */
    private static final Pattern REFUSED = Pattern.compile("//|/\\./|/\\.\\./|%2[fF]|/\\.\\.?$|%(?![0-9a-fA-F]{2})");

    @Override
    public void check(MeshModel model, Problems problems) {
        RoutedHosts.of(model)
                .filter(RoutedHosts::ofGatewayApi)
                .forEach(routed -> new Check(routed, model.origins(), problems).run());
    }

    private record Check(RoutedHosts routed, Origins origins, Problems problems) {

        void run() {
            checkNumber(routed.hosts(), "hosts");
            checkNumber(routed.routes(), "routes");
            for (int i = 0; i < routed.hosts().size(); i++) {
                checkHost(routed.hosts().get(i), origins.of(routed.source(), "hosts", i));
            }
            routed.routes().forEach(this::checkPath);
            checkSame();
        }

        private void checkNumber(List<?> list, String key) {
            if (list.size() > MOST) {
                problems.error(
                        ProblemCode.GATEWAY_API_CANNOT,
                        origins.of(routed.source(), key),
                        String.valueOf(list.size()),
                        "A route of the Gateway API has at most " + MOST + " " + key + ".",
                        "Serve some of them by another gateway, or write the gateway with `api: istio`.");
            }
        }

        /** A listener is named after its host, and a port of the Service after the listener. */
        private void checkHost(String host, Origin origin) {
            if (host.length() > LONGEST_HOST) {
                problems.error(
                        ProblemCode.GATEWAY_API_CANNOT,
                        origin,
                        host,
                        "The control plane names a port of the Service after the host, in at most " + LONGEST_HOST
                                + " characters.",
                        "Use a shorter host name, or write the gateway with `api: istio`.");
            }
        }

        private void checkPath(Route route) {
            if (route.match() != null && REFUSED.matcher(route.match().prefix()).find()) {
                problems.error(
                        ProblemCode.GATEWAY_API_CANNOT,
                        origins.of(route.match(), "prefix"),
                        route.match().prefix(),
                        "An HTTPRoute refuses paths with empty segments, `.`, `..` or encoded slashes.",
                        "Write the path as servers see it.");
            }
        }

        /** A slash at the end means nothing to an HTTPRoute. */
        private void checkSame() {
            Map<String, Route> seen = new HashMap<>();
            for (Route route : routed.routes()) {
                String prefix = route.match() == null ? "/" : route.match().prefix();
                String same = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
                Route first = seen.putIfAbsent(same, route);
                if (first != null && !prefix.equals("/") && first.match() != null && route.match() != null) {
                    problems.error(
                            ProblemCode.UNREACHABLE_ROUTE,
                            origins.of(route.match(), "prefix"),
                            prefix,
                            "For the Gateway API this is the path at " + origins.of(first.match(), "prefix")
                                    + ": a slash at the end means nothing.",
                            "Remove one of the two.");
                }
            }
        }
    }
}
