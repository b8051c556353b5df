package dev.tenantmesh.model.check.route;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.TenantGrant;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A host is served by one gateway, within what every platform grants the gateway's tenant. */
public final class HostsHaveOneOwner implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        Map<String, Origin> owned = new HashMap<>();
        RoutedHosts.of(model).forEach(routed -> {
            List<String> hosts = routed.hosts();
            if (hosts.isEmpty()) {
                problems.error(
                        ProblemCode.MISSING_KEY,
                        model.origins().of(routed.source(), "hosts"),
                        "",
                        "The gateway serves no host.",
                        "List the host names it serves under `hosts`.");
            }
            for (int i = 0; i < hosts.size(); i++) {
                Origin origin = model.origins().of(routed.source(), "hosts", i);
                checkTaken(hosts.get(i), origin, owned, problems);
                checkGrants(model.platforms(), routed.tenant(), hosts.get(i), origin, problems);
            }
        });
    }

    private static void checkTaken(String host, Origin origin, Map<String, Origin> owned, Problems problems) {
        Origin taken = owned.putIfAbsent(host, origin);
        if (taken != null) {
            problems.error(
                    ProblemCode.HOST_TAKEN,
                    origin,
                    host,
                    "The host is already served at " + taken + ".",
                    "Let one gateway serve it.");
        }
    }

    private static void checkGrants(
            List<Platform> platforms, Tenant tenant, String host, Origin origin, Problems problems) {
        for (Platform platform : platforms) {
            boolean granted = platform.tenants().stream()
                    .filter(grant -> grant.name().equals(tenant.name()))
                    .anyMatch(grant -> grant.grantsHost(host));
            if (!granted) {
                problems.error(
                        ProblemCode.HOST_NOT_GRANTED,
                        origin,
                        host,
                        "Platform '" + platform.name() + "' grants tenant '" + tenant.name() + "' "
                                + hosts(platform, tenant) + ".",
                        "Use a granted host, or have the platform team extend the grant.");
            }
        }
    }

    private static String hosts(Platform platform, Tenant tenant) {
        List<String> granted = platform.tenants().stream()
                .filter(grant -> grant.name().equals(tenant.name()))
                .map(TenantGrant::hosts)
                .flatMap(List::stream)
                .toList();
        return granted.isEmpty() ? "no hosts" : "only the hosts " + String.join(", ", granted);
    }
}
