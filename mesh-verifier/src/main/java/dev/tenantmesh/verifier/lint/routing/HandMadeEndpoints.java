package dev.tenantmesh.verifier.lint.routing;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.world.AddressRange;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that somebody writes behind a name: a gateway, or a client that is trusted, then connects to them on behalf
 * of whoever wrote them.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/issues/103675">CVE-2021-25740</a>
 */
public final class HandMadeEndpoints implements LintRule {

    private static final List<AddressRange> PRIVATE = Stream.of(
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "100.64.0.0/10",
                    "169.254.0.0/16",
                    "127.0.0.0/8",
                    "fc00::/7",
                    "fe80::/10",
                    "::1/128")
            .map(cidr -> AddressRange.ofCidr(cidr).orElseThrow())
            .toList();

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests().of("", "Endpoints").forEach(object -> byHand(object, "subsets", problems));
        context.manifests()
                .of("discovery.k8s.io", "EndpointSlice")
                .forEach(object -> byHand(object, "endpoints", problems));
        context.manifests()
                .of("networking.istio.io", "WorkloadEntry")
                .forEach(entry -> address(entry.body().at("spec"), problems));
        context.manifests()
                .of("networking.istio.io", "ServiceEntry")
                .flatMap(entry -> entry.body().at("spec").all("endpoints").stream())
                .forEach(endpoint -> address(endpoint, problems));
    }

    private static void byHand(Manifest object, String field, Problems problems) {
        if (!object.body().all(field).isEmpty()) {
            report(object.body().originOf(field), object.name(), problems);
        }
    }

    private static void address(Mapping endpoint, Problems problems) {
        AddressRange.ofCidr(endpoint.text("address"))
                .filter(address -> PRIVATE.stream().anyMatch(range -> range.contains(address)))
                .ifPresent(address -> report(endpoint.originOf("address"), endpoint.text("address"), problems));
    }

    private static void report(Origin origin, String written, Problems problems) {
        problems.warning(
                ProblemCode.ADDRESSES_BY_HAND,
                origin,
                written,
                "The addresses may be those of other tenants' pods or of nodes: whoever connects by the name, such as a"
                        + " gateway, reaches them for whoever wrote this.",
                "Have the Service select its pods, or accept the finding and say whose addresses they are.");
    }
}
