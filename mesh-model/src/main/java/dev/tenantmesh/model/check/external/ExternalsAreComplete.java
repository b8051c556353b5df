package dev.tenantmesh.model.check.external;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.External.Port;
import dev.tenantmesh.model.tenant.External.Protocol;
import dev.tenantmesh.model.tenant.ExternalTls;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.yaml.Origins;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An external says which addresses, on which ports, for whom; nothing in it is open because it was left out. */
public final class ExternalsAreComplete implements Rule {

    private static final String SERVICES = "svc.cluster.local";
    private static final String GRANTS = "grant.internal";

    @Override
    public void check(MeshModel model, Problems problems) {
        List<String> inside = Stream.concat(
                        Stream.of("svc", SERVICES, GRANTS),
                        model.platforms().stream()
                                .map(platform -> platform.network().serviceDomain()))
                .distinct()
                .toList();
        for (Tenant tenant : model.tenants()) {
            for (External external : tenant.externals()) {
                Check check = new Check(external, model.origins(), problems);
                check.shape();
                check.host(inside);
                check.ports();
                check.tls();
                check.oneHostOnePort();
            }
        }
    }

    private record Check(External external, Origins origins, Problems problems) {

        void shape() {
            needs(
                    "cidrs",
                    external.cidrs(),
                    "addresses",
                    "List the ranges that its name may resolve to under `cidrs`.");
            needs("ports", external.ports(), "ports", "List them under `ports`.");
            needs("from", external.from(), "clients", "List the workloads that call it under `from`.");
        }

        void host(List<String> inside) {
            inside.stream()
                    .filter(domain -> external.host().endsWith("." + domain))
                    .findFirst()
                    .ifPresent(domain -> invalid(
                            origins.of(external, "host"),
                            external.host(),
                            "Names below " + domain + " are the cluster's own.",
                            "Inside the mesh use `allowFrom` and `calls`; for other peers ask for a grant."));
        }

        void ports() {
            Set<Integer> seen = new HashSet<>();
            for (Port port : external.ports()) {
                if (port.port() >= 15_000 && port.port() <= 15_099) {
                    problems.error(
                            ProblemCode.PROXY_PORT,
                            origin(port),
                            String.valueOf(port.port()),
                            "The ports 15000 to 15099 are the proxy's own.",
                            "Let clients connect to another port.");
                }
                if (!seen.add(port.port())) {
                    invalid(origin(port), text(port), "The port is listed twice.", "Remove one.");
                }
                protocol(port);
            }
        }

        void tls() {
            ExternalTls tls = external.tls();
            if (tls == null) {
                return;
            }
            if (external.via() == null && (tls.mode() == ExternalTls.Mode.MUTUAL || tls.credentialName() != null)) {
                invalid(
                        origins.of(tls),
                        external.name(),
                        "Sidecars read no Secrets, so they have no certificate to show and no other authorities than"
                                + " those of their image.",
                        "Let the external go `via` an egress gateway, or use `{mode: SIMPLE}`.");
            } else if (tls.mode() == ExternalTls.Mode.MUTUAL && tls.credentialName() == null) {
                invalid(
                        origins.of(tls, "mode"),
                        "MUTUAL",
                        "There is no certificate to show.",
                        "Name the Secret that holds it under `credentialName`.");
            }
        }

        /** What reaches a gateway says which host it is for, and not which port. */
        void oneHostOnePort() {
            if (external.via() != null && external.ports().size() > 1) {
                invalid(
                        origins.of(external, "ports"),
                        external.name(),
                        "An egress gateway tells externals apart by the host alone.",
                        "List one port.");
            }
        }

        private void protocol(Port port) {
            Protocol first = external.ports().get(0).protocol();
            if (external.tls() != null && port.protocol() != Protocol.HTTP) {
                invalid(
                        origin(port),
                        text(port),
                        "A proxy makes TLS of HTTP only, and here clients speak " + port.protocol() + ".",
                        "Write `{port: 80, protocol: HTTP}`, or remove `tls` where clients speak TLS themselves.");
            }
            if (external.tls() == null && port.targetPort() != null) {
                invalid(
                        origins.of(port, "targetPort"),
                        String.valueOf(port.targetPort()),
                        "Without `tls` a connection keeps its port.",
                        "Remove it.");
            }
            if ((port.protocol() == Protocol.TCP) != (first == Protocol.TCP)) {
                invalid(
                        origin(port),
                        text(port),
                        "Proxies know TCP by its addresses, and TLS and HTTP by the host; one external is one of the"
                                + " two.",
                        "Write TLS or HTTP if the clients speak it, or TCP for all ports.");
            }
        }

        private void needs(String key, List<?> values, String what, String fix) {
            if (values.isEmpty()) {
                invalid(
                        origins.of(external, key),
                        "",
                        "External '" + external.name() + "' names no " + what + ".",
                        fix);
            }
        }

        private Origin origin(Port port) {
            return origins.of(port, "port");
        }

        private static String text(Port port) {
            return String.valueOf(port.port());
        }

        private void invalid(Origin origin, String written, String why, String fix) {
            problems.error(ProblemCode.INVALID_EXTERNAL, origin, written, why, fix);
        }
    }
}
