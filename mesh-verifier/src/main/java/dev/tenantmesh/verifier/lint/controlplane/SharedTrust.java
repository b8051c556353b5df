package dev.tenantmesh.verifier.lint.controlplane;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.lint.rule.MeshConfig;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import dev.tenantmesh.verifier.profile.MeshSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Trust domains that count as one: the same names of a namespace and an account are then the same peer.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/security/authorization/authz-td-migration/">Trust domain migration</a>
 */
public final class SharedTrust implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        for (MeshConfig config : context.meshConfigs()) {
            aliases(config.body().scalars("trustDomainAliases"), config, problems);
            if ("true".equals(config.pilot().get("PILOT_SKIP_VALIDATE_TRUST_DOMAIN"))) {
                problems.error(
                        ProblemCode.TRUST_SHARED,
                        config.origin(),
                        "PILOT_SKIP_VALIDATE_TRUST_DOMAIN",
                        "Peers of every trust domain under the same authority get in as if they were of this mesh.",
                        "Remove the variable.");
            }
        }
        context.manifests()
                .of("maistra.io", "ServiceMeshControlPlane")
                .map(plane -> plane.body().at("spec", "security", "trust"))
                .forEach(trust ->
                        trust.scalars("additionalDomains").forEach(domain -> alias(domain, domain.origin(), problems)));
        sameDomain(context, problems);
    }

    private static void aliases(List<Scalar> aliases, MeshConfig config, Problems problems) {
        boolean inPlace = config.body().origin().source().equals(config.origin().source())
                && config.body().origin().compareTo(config.origin()) >= 0;
        aliases.forEach(alias -> alias(alias, inPlace ? alias.origin() : config.origin(), problems));
    }

    private static void alias(Scalar alias, dev.tenantmesh.model.problem.Origin origin, Problems problems) {
        problems.warning(
                ProblemCode.TRUST_SHARED,
                origin,
                alias.text(),
                "A peer of that trust domain counts as the peer of the same namespace and account here: whoever owns such a"
                        + " namespace over there is let in.",
                "Remove it once the trust domain has been renamed, or accept the finding and say whose it is.");
    }

    private static void sameDomain(LintContext context, Problems problems) {
        Map<String, List<MeshSettings>> byDomain = context.policies().meshes().stream()
                .collect(Collectors.groupingBy(MeshSettings::trustDomain, TreeMap::new, Collectors.toList()));
        byDomain.forEach((domain, meshes) -> {
            if (meshes.size() > 1) {
                context.manifests().all().stream()
                        .filter(manifest ->
                                List.of("Istio", "ServiceMeshControlPlane").contains(manifest.kind()))
                        .filter(manifest -> manifest.name().equals(meshes.get(1).name()))
                        .findFirst()
                        .map(manifest -> manifest.body().at("spec"))
                        .map(Mapping::origin)
                        .ifPresent(origin -> problems.info(
                                ProblemCode.TRUST_SHARED,
                                origin,
                                domain,
                                "Mesh " + meshes.get(0).name()
                                        + " has the same trust domain: under one authority the same"
                                        + " names of a namespace and an account are the same peer in both.",
                                "Give each mesh a trust domain of its own."));
            }
        });
    }
}
