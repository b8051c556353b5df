package dev.tenantmesh.verifier.lint.authorization;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.policy.mesh.Attribute;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Action;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Rule;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Service;
import dev.tenantmesh.verifier.world.Service.ServicePort;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules about methods, paths, hosts or tokens for a port that its Service declares as plain TCP.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/security/authorization/authz-tcp/">Authorization for TCP traffic</a>
 */
public final class RequestFields implements LintRule {

    private static final Set<String> BYTES = Set.of("tcp", "tls", "https", "mongo", "mysql", "redis");

    @Override
    public void check(LintContext context, Problems problems) {
        context.policies().authorizationPolicies().stream()
                .filter(policy -> !policy.isTargeted())
                .filter(policy -> policy.action() == Action.ALLOW || policy.action() == Action.DENY)
                .forEach(policy -> policy.rules().stream()
                        .filter(RequestFields::asksForRequest)
                        .forEach(rule ->
                                port(policy, rule, context).ifPresent(port -> report(policy, rule, port, problems))));
    }

    private static void report(AuthorizationPolicy policy, Rule rule, ServicePort port, Problems problems) {
        problems.warning(
                ProblemCode.REQUEST_FIELDS_ON_TCP,
                rule.origin(),
                policy.name(),
                "Port " + port.port().number() + " (" + port.name() + ") is no HTTP, where the proxy sees no request: "
                        + (policy.action() == Action.ALLOW
                                ? "the rule is dropped and allows nothing there."
                                : "what it asks of a request is left out, and the rest denies more than was written."),
                "Limit the rule to other ports by `to.operation.ports`, or declare the port as HTTP.");
    }

    private static Optional<ServicePort> port(AuthorizationPolicy policy, Rule rule, LintContext context) {
        return context.scope(policy.namespace()).stream()
                .flatMap(namespace -> services(namespace, policy, context))
                .flatMap(service -> service.ports().stream())
                .filter(RequestFields::isBytes)
                .filter(port -> covers(rule, port))
                .findFirst();
    }

    private static Stream<Service> services(Namespace namespace, AuthorizationPolicy policy, LintContext context) {
        return context.world().services().getOrDefault(namespace.name(), List.of()).stream()
                .filter(service -> context.enrollment(namespace).isEnrolled())
                .filter(service ->
                        !service.selector().isEmpty() && policy.pods().selects(service.selector()));
    }

    private static boolean isBytes(ServicePort port) {
        String protocol = port.appProtocol().isEmpty() ? port.name().replaceFirst("-.*", "") : port.appProtocol();
        return port.port().isTcp() && BYTES.contains(protocol);
    }

    private static boolean covers(Rule rule, ServicePort port) {
        String number = port.target().isEmpty() ? String.valueOf(port.port().number()) : port.target();
        return rule.to().isEmpty()
                || rule.to().stream()
                        .map(clause -> clause.values().getOrDefault(Attribute.PORT, List.of()))
                        .anyMatch(ports -> ports.isEmpty() || ports.contains(number));
    }

    private static boolean asksForRequest(Rule rule) {
        return Stream.of(rule.from(), rule.to(), rule.when())
                .flatMap(List::stream)
                .anyMatch(clause -> clause.values().containsKey(Attribute.REQUEST)
                        || clause.notValues().containsKey(Attribute.REQUEST));
    }
}
