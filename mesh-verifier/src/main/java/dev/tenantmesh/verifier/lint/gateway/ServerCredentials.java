package dev.tenantmesh.verifier.lint.gateway;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Certificates by the name of a Secret, which is read in the namespace of the gateway's pods and nowhere else.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/">Secure gateways</a>
 */
public final class ServerCredentials implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests()
                .of("networking.istio.io", "Gateway")
                .forEach(gateway -> gateway.body()
                        .at("spec")
                        .all("servers")
                        .forEach(server -> check(gateway, server.at("tls"), context, problems)));
    }

    private static void check(Manifest gateway, Mapping tls, LintContext context, Problems problems) {
        String name = tls.text("credentialName");
        Set<String> read = GatewayPods.of(gateway, context).stream()
                .map(pod -> pod.namespace().name())
                .collect(Collectors.toCollection(TreeSet::new));
        if (name.isEmpty() || read.isEmpty()) {
            return;
        }
        List<String> written = secrets(name, context)
                .map(Manifest::namespace)
                .distinct()
                .sorted()
                .toList();
        Optional<String> other = read.stream()
                .filter(namespace -> !namespace.equals(gateway.namespace()))
                .findFirst();
        if (!written.isEmpty() && written.stream().noneMatch(read::contains)) {
            problems.warning(
                    ProblemCode.CREDENTIAL_ELSEWHERE,
                    tls.originOf("credentialName"),
                    name,
                    "The Secret is in " + String.join(", ", written) + ", and the gateway's pods read it in "
                            + String.join(", ", read) + ": the server has no certificate.",
                    "Put the Secret where the pods are.");
        } else if (other.isPresent()) {
            problems.warning(
                    ProblemCode.CREDENTIAL_ELSEWHERE,
                    tls.originOf("credentialName"),
                    name,
                    "The pods read it in " + other.get()
                            + ": a Gateway of any namespace can name the certificates of all"
                            + " tenants that are kept there.",
                    "Have a gateway of the tenant's own, with its Secrets in its namespace.");
        }
    }

    private static Stream<Manifest> secrets(String name, LintContext context) {
        Stream<Manifest> secrets = context.manifests()
                .of("", "Secret")
                .filter(secret -> secret.name().equals(name));
        Stream<Manifest> certificates = context.manifests()
                .of("cert-manager.io", "Certificate")
                .filter(certificate ->
                        certificate.body().at("spec").text("secretName").equals(name));
        return Stream.concat(secrets, certificates);
    }
}
