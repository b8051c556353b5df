package dev.tenantmesh.verifier.lint.enrollment;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.lint.rule.Workload;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.reach.mesh.EnrollmentRules;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a pod may say to let traffic go past its proxy, into it and out of it.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/annotations/">Resource annotations</a>
 */
public final class CaptureBypass implements LintRule {

    private static final String INBOUND =
            "What comes in this way is plaintext, and no mutual TLS and no AuthorizationPolicy holds for it.";
    private static final String OUTBOUND =
            "What goes out this way passes no proxy: neither the registry nor an egress gateway holds it back, and only"
                    + " NetworkPolicies do.";
    private static final String OWN_PROXY =
            "The pod brings its own proxy, so that whoever makes it decides what that proxy enforces.";

    /** What each annotation means, and the values that mean nothing. */
    private record Knob(Set<String> harmless, String why) {}

    private static final Map<String, Knob> KNOBS = new TreeMap<>(Map.ofEntries(
            Map.entry("traffic.sidecar.istio.io/excludeInboundPorts", new Knob(Set.of(""), INBOUND)),
            Map.entry("traffic.sidecar.istio.io/includeInboundPorts", new Knob(Set.of("*"), INBOUND)),
            Map.entry("traffic.sidecar.istio.io/excludeOutboundPorts", new Knob(Set.of(""), OUTBOUND)),
            Map.entry("traffic.sidecar.istio.io/excludeOutboundIPRanges", new Knob(Set.of(""), OUTBOUND)),
            Map.entry("traffic.sidecar.istio.io/includeOutboundIPRanges", new Knob(Set.of("*"), OUTBOUND)),
            Map.entry("traffic.sidecar.istio.io/excludeInterfaces", new Knob(Set.of(""), INBOUND)),
            Map.entry("sidecar.istio.io/interceptionMode", new Knob(Set.of("REDIRECT", "TPROXY"), INBOUND)),
            Map.entry("ambient.istio.io/bypass-inbound-capture", new Knob(Set.of("", "false"), INBOUND)),
            Map.entry("sidecar.istio.io/proxyImage", new Knob(Set.of(""), OWN_PROXY)),
            Map.entry("inject.istio.io/templates", new Knob(Set.of("", "sidecar", "gateway"), OWN_PROXY))));

    @Override
    public void check(LintContext context, Problems problems) {
        for (Workload workload : context.workloads()) {
            annotations(workload, problems);
            if (!EnrollmentRules.isGateway(workload.pod())) {
                containers(workload, problems);
            }
        }
    }

    private static void annotations(Workload workload, Problems problems) {
        KNOBS.forEach((annotation, knob) -> {
            String value = workload.pod().annotations().get(annotation);
            if (value != null && !knob.harmless().contains(value.strip())) {
                report(workload.originOfAnnotation(annotation), value, knob.why(), problems);
            }
        });
    }

    private static void containers(Workload workload, Problems problems) {
        Stream.concat(Stream.of(workload.spec()), workload.containers().stream())
                .filter(holder -> !holder.text("name").equals("istio-proxy"))
                .map(holder -> holder.at("securityContext"))
                .forEach(security -> Stream.of("runAsUser", "runAsGroup")
                        .filter(key -> security.text(key).equals("1337"))
                        .forEach(key -> report(security.originOf(key), "1337", OUTBOUND, problems)));
        workload.containers().stream()
                .filter(container -> container.text("name").equals("istio-proxy"))
                .flatMap(container -> container.all("env").stream())
                .filter(variable -> variable.text("name").equals("DISABLE_ENVOY"))
                .map((Mapping variable) -> variable.originOf("name"))
                .forEach(origin -> report(origin, "DISABLE_ENVOY", OWN_PROXY, problems));
    }

    private static void report(Origin origin, String value, String why, Problems problems) {
        String fix = "Remove it, or accept the finding and say what is reached this way.";
        problems.warning(ProblemCode.CAPTURE_BYPASSED, origin, value, why, fix);
    }
}
