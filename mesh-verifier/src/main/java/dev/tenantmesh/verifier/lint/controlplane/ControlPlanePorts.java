package dev.tenantmesh.verifier.lint.controlplane;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.Map;
import java.util.TreeMap;

/**
 * NetworkPolicies that open ports of istiod to everybody, as those of its chart do.
 *
 * @see <a href="https://istio.io/latest/docs/ops/best-practices/security/#lock-down-ports">Lock down ports</a>
 */
public final class ControlPlanePorts implements LintRule {

    private static final Map<Integer, String> PORTS = new TreeMap<>(Map.of(
            8080, "Debugging is there, which tells what every proxy knows",
            15_010, "Configuration is given there in plaintext to whoever asks, with every endpoint of the mesh",
            15_012, "Whoever has a token of its own gets a certificate of the mesh there, member or not",
            15_014, "Metrics and debugging are there, which tell what every proxy knows"));

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests()
                .of("networking.k8s.io", "NetworkPolicy")
                .filter(policy -> selectsIstiod(policy, context))
                .forEach(policy -> policy.body().at("spec").all("ingress").stream()
                        .filter(rule -> rule.all("from").isEmpty())
                        .forEach(rule -> PORTS.forEach((port, why) -> port(rule, port, why, problems))));
    }

    private static void port(Mapping rule, int port, String what, Problems problems) {
        String why = what + "; the rule opens it to everybody.";
        String fix =
                "Open 15012 to the members, 15014 to the monitoring, 15017 to the API server, and the others to nobody.";
        rule.all("ports").stream().filter(written -> covers(written, port)).forEach(written -> {
            if (port == 15_010) {
                problems.error(ProblemCode.CONTROL_PLANE_OPEN, written.originOf("port"), "15010", why, fix);
            } else {
                problems.warning(
                        ProblemCode.CONTROL_PLANE_OPEN, written.originOf("port"), String.valueOf(port), why, fix);
            }
        });
        if (rule.all("ports").isEmpty() && port == 15_010) {
            problems.error(ProblemCode.CONTROL_PLANE_OPEN, rule.origin(), "", why, fix);
        }
    }

    private static boolean covers(Mapping written, int port) {
        String first = written.text("port");
        String last = written.text("endPort").isEmpty() ? first : written.text("endPort");
        return first.matches("[0-9]{1,5}")
                && last.matches("[0-9]{1,5}")
                && Integer.parseInt(first) <= port
                && port <= Integer.parseInt(last);
    }

    private static boolean selectsIstiod(Manifest policy, LintContext context) {
        LabelSelector pods =
                LabelSelector.read(Fields.of(policy.body().at("spec", "podSelector"), "podSelector", new Problems()));
        boolean declared = context.pods(policy.namespace()).stream()
                .anyMatch(pod -> "istiod".equals(pod.labels().get("app")) && pods.selects(pod.labels()));
        boolean named = pods.requirements().stream()
                .anyMatch(requirement ->
                        requirement.key().equals("app") && requirement.values().contains("istiod"));
        return declared || named || (context.isRoot(policy.namespace()) && pods.isEverything());
    }
}
