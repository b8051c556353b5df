package dev.tenantmesh.model.check.mesh;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Hint;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.Shadow;
import dev.tenantmesh.model.platform.Deny;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shadow names namespaces that its mesh has, and nothing else of the documents enforces something there. */
public final class ShadowsFitTheirMesh implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Mesh mesh : model.meshes()) {
            if (mesh.shadow() != null) {
                Check check = new Check(model, mesh, mesh.shadow(), problems);
                check.namespaces();
                check.locks();
                model.platforms().stream()
                        .filter(platform -> mesh.shadow().isOn(platform.name()))
                        .forEach(check::guardrails);
            }
        }
    }

    /** The check of one mesh. */
    private record Check(MeshModel model, Mesh mesh, Shadow shadow, Problems problems) {

        void namespaces() {
            List<String> known = model.tenantsOf(mesh).stream()
                    .flatMap(tenant -> tenant.namespaces().stream())
                    .map(TenantNamespace::name)
                    .sorted()
                    .toList();
            if (shadow.namespaces().isEmpty()) {
                invalid("", "It names no namespace, so that everything is enforced.", "Remove `shadow`.");
            }
            Set<String> seen = new HashSet<>();
            for (String namespace : shadow.namespaces()) {
                if (!known.contains(namespace)) {
                    invalid(
                            namespace,
                            "No tenant of mesh '" + mesh.name() + "' has such a namespace.",
                            Hint.near(namespace, known));
                } else if (!seen.add(namespace)) {
                    invalid(namespace, "The namespace is named twice.", "Name it once.");
                }
            }
        }

        void locks() {
            distinct()
                    .filter(namespace -> mesh.migration()
                            .filter(migration -> migration.isLocked(namespace))
                            .isPresent())
                    .forEach(namespace -> invalid(
                            namespace,
                            "The migration of mesh '" + mesh.name()
                                    + "' to mutual TLS has locked the namespace, and a shadow takes plaintext.",
                            "Take it out of `mtls.migration.strict` until it is enforced, or out of the shadow."));
        }

        private void invalid(String namespace, String why, String fix) {
            report(ProblemCode.SHADOW_INVALID, namespace, why, fix);
        }

        /** Policies of administrators know no dry run, and a deny is out of everybody's hands. */
        void guardrails(Platform platform) {
            if (platform.adminPolicies() != null && !shadow.namespaces().isEmpty()) {
                report(
                        ProblemCode.SHADOW_CONTRADICTED,
                        distinct().collect(Collectors.joining(", ")),
                        "`adminPolicies` of platform '" + platform.name()
                                + "' close every tenant, and policies of administrators have no dry run.",
                        "Remove `adminPolicies` until every namespace is enforced, or enforce these at once.");
            }
            distinct()
                    .forEach(namespace -> platform.denies().stream()
                            .filter(deny -> isOf(deny.to(), namespace))
                            .forEach(deny -> report(
                                    ProblemCode.SHADOW_CONTRADICTED,
                                    namespace,
                                    "Platform '" + platform.name() + "' denies it to "
                                            + deny.from().title() + " for good (" + deny.reason()
                                            + "), and where nothing is enforced that would not hold.",
                                    "Take the namespace out of the shadow; a deny has no exceptions.")));
        }

        private boolean isOf(Deny.Side side, String namespace) {
            return namespace.equals(side.namespace())
                    || model.tenants().stream()
                            .filter(tenant -> tenant.name().equals(side.tenant()))
                            .flatMap(tenant -> tenant.namespaces().stream())
                            .anyMatch(own -> own.name().equals(namespace));
        }

        private Stream<String> distinct() {
            return shadow.namespaces().stream().distinct();
        }

        private void report(ProblemCode code, String namespace, String why, String fix) {
            problems.error(code, model.origins().of(shadow, "namespaces"), namespace, why, fix);
        }
    }
}
