package dev.tenantmesh.verifier.lint.authentication;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One {@code tls} of a DestinationRule: what clients speak to a host, to a subset of it, or on one port.
 *
 * @param rule the DestinationRule
 * @param settings the fields of {@code tls}
 * @param origin where {@code tls} was written
 * @param port the port of the Service it is for; empty: all
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings">ClientTLSSettings</a>
 */
record ClientTls(Manifest rule, Mapping settings, Origin origin, String port) {

    static Stream<ClientTls> all(LintContext context) {
        return context.manifests().of("networking.istio.io", "DestinationRule").flatMap(ClientTls::of);
    }

    private static Stream<ClientTls> of(Manifest rule) {
        List<ClientTls> all = new ArrayList<>();
        Mapping spec = rule.body().at("spec");
        Stream.concat(Stream.of(spec), spec.all("subsets").stream())
                .map(holder -> holder.at("trafficPolicy"))
                .forEach(policy -> {
                    add(all, rule, policy, "");
                    policy.all("portLevelSettings")
                            .forEach(
                                    port -> add(all, rule, port, port.at("port").text("number")));
                });
        return all.stream();
    }

    private static void add(List<ClientTls> all, Manifest rule, Mapping holder, String port) {
        if (holder.get("tls") instanceof Mapping settings) {
            all.add(new ClientTls(rule, settings, holder.originOf("tls"), port));
        }
    }

    String host() {
        return rule.body().at("spec").text("host");
    }

    String mode() {
        return settings.text("mode");
    }
}
