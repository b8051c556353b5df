package dev.tenantmesh.verifier.lint.routing;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.lint.rule.ServiceHost;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Scalar;
import java.util.Optional;

/**
 * ServiceEntries for hosts that are somebody else's: a Service of another namespace, or a host outside that another
 * namespace has an entry for.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/service-entry/">ServiceEntry</a>
 */
public final class ForeignEntries implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests()
                .of("networking.istio.io", "ServiceEntry")
                .filter(entry -> Exports.leave(entry, context))
                .forEach(entry -> entry.body()
                        .at("spec")
                        .scalars("hosts")
                        .forEach(host ->
                                owner(host.text(), entry, context).ifPresent(owner -> report(host, owner, problems))));
    }

    private static void report(Scalar host, String owner, Problems problems) {
        problems.warning(
                ProblemCode.FOREIGN_HOST,
                host.origin(),
                host.text(),
                "The host is also " + owner + ", and clients of others are given this entry: it decides where their"
                        + " connections go, or they go nowhere.",
                "Write `exportTo: [\".\"]`, so that only this namespace is given it.");
    }

    private static Optional<String> owner(String host, Manifest entry, LintContext context) {
        Optional<String> service = ServiceHost.of(host, entry.namespace())
                .filter(named -> host.contains(".") && !named.namespace().equals(entry.namespace()))
                .map(named -> "a Service of namespace " + named.namespace());
        return service.or(() -> Entries.of(host, context).stream()
                .filter(other -> !other.namespace().equals(entry.namespace()))
                .map(other -> "one of ServiceEntry " + other.namespace() + "/" + other.name())
                .findFirst());
    }
}
