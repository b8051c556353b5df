package dev.tenantmesh.verifier.lint.routing;

import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Scalar;
import java.util.List;

/** Which namespaces have a ServiceEntry for a host. */
final class Entries {

    private Entries() {}

    static List<Manifest> of(String host, LintContext context) {
        return context.manifests()
                .of("networking.istio.io", "ServiceEntry")
                .filter(entry -> entry.body().at("spec").scalars("hosts").stream()
                        .map(Scalar::text)
                        .anyMatch(host::equals))
                .toList();
    }

    static boolean isOfOthersOnly(String host, String namespace, LintContext context) {
        List<Manifest> entries = of(host, context);
        return !entries.isEmpty()
                && entries.stream().noneMatch(entry -> entry.namespace().equals(namespace));
    }
}
