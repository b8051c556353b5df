package dev.tenantmesh.verifier.lint.authorization;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.mesh.Enrollment;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of identities that match more namespaces than meant, or a trust domain that no peer has.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source">Source</a>
 */
public final class IdentityPatterns implements LintRule {

    private static final Pattern PRINCIPAL = Pattern.compile("([^*/]+)/ns/[^/]+/sa/[^/]+");

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests()
                .of("security.istio.io", "AuthorizationPolicy")
                .forEach(policy -> policy.body()
                        .at("spec")
                        .all("rules")
                        .forEach(rule -> rule.all("from")
                                .forEach(from -> source(policy, from.at("source"), context, problems))));
    }

    private static void source(Manifest policy, Mapping source, LintContext context, Problems problems) {
        boolean allows = !policy.body().at("spec").text("action").equals("DENY");
        source.scalars(allows ? "namespaces" : "notNamespaces").forEach(name -> namespace(name, context, problems));
        Stream.of("principals", "notPrincipals")
                .flatMap(field -> source.scalars(field).stream())
                .forEach(principal -> principal(policy, principal, context, problems));
    }

    private static void namespace(Scalar written, LintContext context, Problems problems) {
        String name = written.text();
        if (!name.contains("*") || name.equals("*")) {
            return;
        }
        Pattern pattern = Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
        List<String> known = context.world().namespaces().keySet().stream()
                .filter(existing -> pattern.matcher(existing).matches())
                .limit(3)
                .toList();
        problems.warning(
                ProblemCode.IDENTITY_PATTERN,
                written.origin(),
                name,
                "Whoever can have a namespace of a fitting name gets in"
                        + (known.isEmpty() ? "." : "; today that is " + String.join(", ", known) + "."),
                "List the namespaces.");
    }

    private static void principal(Manifest policy, Scalar written, LintContext context, Problems problems) {
        Matcher parts = PRINCIPAL.matcher(written.text());
        Optional<Enrollment> enrollment =
                context.world().namespace(policy.namespace()).map(context::enrollment);
        Optional<MeshSettings> mesh = enrollment.flatMap(Enrollment::mesh);
        if (!parts.matches()
                || mesh.isEmpty()
                || parts.group(1).equals(mesh.get().trustDomain())) {
            return;
        }
        boolean ambient = enrollment.get().plane() == DataPlane.AMBIENT;
        boolean pointer = parts.group(1).equals("cluster.local");
        if (ambient || (!pointer && !mesh.get().trusts(parts.group(1)))) {
            report(written.origin(), written.text(), mesh.get(), pointer, problems);
        }
    }

    private static void report(Origin origin, String principal, MeshSettings mesh, boolean pointer, Problems problems) {
        problems.warning(
                ProblemCode.IDENTITY_PATTERN,
                origin,
                principal,
                "Mesh " + mesh.name() + " has the trust domain " + mesh.trustDomain()
                        + ", so that no peer here has this identity"
                        + (pointer ? "; only sidecars take cluster.local for their own trust domain." : "."),
                "Write the trust domain of the mesh.");
    }
}
