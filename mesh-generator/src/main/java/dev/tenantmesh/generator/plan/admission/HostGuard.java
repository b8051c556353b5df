package dev.tenantmesh.generator.plan.admission;

import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Check;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Expression;
import dev.tenantmesh.generator.plan.admission.AdmissionPlan.Resources;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.ExternalGrant;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.TenantGrant;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps hosts to whoever they were granted to: what serves, routes or names another's host would take its requests. What is said
 * of hosts stays in its own namespace.
 *
 * @param guarded who is asked
 * @param model the tenants
 * @param platform what it grants
 * @see <a href="https://istio.io/latest/blog/2026/security-considerations-on-namespace-based-multi-tenancy/">tenants by
 *     namespace</a>
 */
record HostGuard(Guarded guarded, MeshModel model, Platform platform) {

    private static final String NETWORKING = "networking.istio.io";
    private static final String WITHIN = ".all(host, variables.%s.exists(granted, host == granted ||"
            + " (granted.startsWith('*.') && host.endsWith(granted.substring(1)))))";

    List<AdmissionPlan> plan() {
        return List.of(served(), routed(), called());
    }

    private AdmissionPlan served() {
        return guarded.inTenants(
                "hosts-served",
                "hosts are served by whoever they were granted to",
                List.of(
                        Resources.written(
                                "gateway.networking.k8s.io", "gateways", "grpcroutes", "httproutes", "tlsroutes"),
                        Resources.written(NETWORKING, "gateways"),
                        Resources.written("networking.k8s.io", "ingresses"),
                        Resources.written("route.openshift.io", "routes")),
                List.of(
                        granted("granted", hosts()),
                        new Expression(
                                "hosts",
                                "object.kind == 'Route' ? [[object.spec.?host.orValue('*')]]"
                                        + " : object.kind == 'Ingress' ? [object.spec.?rules.orValue([])"
                                        + ".map(rule, rule.?host.orValue('*')),"
                                        + " has(object.spec.defaultBackend) ? ['*'] : []]"
                                        + " : object.kind != 'Gateway' ? [object.spec.?hostnames.orValue([])]"
                                        + " : object.apiVersion.startsWith('networking.istio.io/')"
                                        + " ? object.spec.servers.map(server, server.hosts.map(host,"
                                        + " host.contains('/') ? host.split('/')[1] : host))"
                                        + " : [object.spec.listeners.map(listener, listener.?hostname.orValue('*'))]")),
                List.of(new Check(
                        "variables.hosts.all(hosts, hosts" + within("granted") + ")",
                        "Serve hosts that the platform granted to the tenant; ask it for others.")));
    }

    private AdmissionPlan routed() {
        return guarded.inTenants(
                "hosts-routed",
                "routes are about a tenant's own hosts, and known in its namespace alone",
                List.of(Resources.written(NETWORKING, "virtualservices")),
                List.of(granted("granted", routes())),
                List.of(
                        new Check(
                                "object.spec.?hosts.orValue([]).filter(host, host.contains('.') || host == '*')"
                                        + within("granted"),
                                "Route hosts that are the tenant's: its Services, and what the platform granted."),
                        own("object.spec.?hosts.orValue([]).size() == 0 || ")));
    }

    private AdmissionPlan called() {
        return guarded.inTenants(
                "hosts-called",
                "names of what is outside are known in the namespace that calls it, and are no names of others",
                List.of(Resources.written(NETWORKING, "destinationrules", "serviceentries")),
                List.of(granted("granted", externals())),
                List.of(
                        new Check(
                                "object.kind != 'ServiceEntry' || object.spec.hosts" + within("granted"),
                                "Name hosts outside that the platform granted to the tenant; ask it for others."),
                        own("")));
    }

    private static Check own(String unless) {
        return new Check(
                unless + "object.spec.?exportTo.orValue([]) == ['.']",
                "Write `exportTo: [\".\"]`, so that it says nothing to clients in other namespaces.");
    }

    private static String within(String variable) {
        return WITHIN.replace("%s", variable);
    }

    private static Expression granted(String name, SortedMap<String, List<String>> byNamespace) {
        return new Expression(name, Cel.map(byNamespace) + "[?namespaceObject.metadata.name].orValue([])");
    }

    private SortedMap<String, List<String>> hosts() {
        return byNamespace((grant, namespace) -> grant.hosts());
    }

    private SortedMap<String, List<String>> routes() {
        return byNamespace((grant, namespace) -> {
            List<String> hosts = new ArrayList<>(grant.hosts());
            grant.externals().stream().map(ExternalGrant::host).forEach(hosts::add);
            hosts.add("*." + namespace + "." + platform.network().serviceDomain());
            return hosts;
        });
    }

    private SortedMap<String, List<String>> externals() {
        return byNamespace((grant, namespace) ->
                grant.externals().stream().map(ExternalGrant::host).toList());
    }

    private interface Hosts {
        List<String> of(TenantGrant grant, String namespace);
    }

    private SortedMap<String, List<String>> byNamespace(Hosts hosts) {
        SortedMap<String, List<String>> all = new TreeMap<>();
        for (Tenant tenant : model.tenants()) {
            platform.tenants().stream()
                    .filter(grant -> grant.name().equals(tenant.name()))
                    .forEach(grant -> tenant.namespaces().stream()
                            .map(TenantNamespace::name)
                            .forEach(namespace -> all.put(
                                    namespace,
                                    hosts.of(grant, namespace).stream()
                                            .distinct()
                                            .sorted()
                                            .toList())));
        }
        return all;
    }
}
