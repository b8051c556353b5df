package dev.tenantmesh.verifier.lint.authentication;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication.Mode;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.world.Namespace;
import java.util.Optional;

/**
 * Where peers need no identity: policies that say so, and namespaces of a mesh that no policy is for.
 *
 * @see <a href="https://istio.io/latest/docs/concepts/security/#permissive-mode">Permissive mode</a>
 */
public final class PlaintextAdmitted implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        context.manifests().of("security.istio.io", "PeerAuthentication").forEach(policy -> policy(policy, problems));
        context.policies().peerAuthentications().stream()
                .filter(policy -> isOpen(policy.mode()))
                .filter(policy -> context.manifests()
                        .of("maistra.io", "ServiceMeshControlPlane")
                        .anyMatch(plane -> plane.body()
                                        .at("spec", "security", "dataPlane")
                                        .origin()
                                        .equals(policy.origin())
                                && plane.namespace().equals(policy.namespace())))
                .forEach(policy -> report(policy.origin(), policy.mode().name(), problems));
        context.world().namespaces().values().forEach(namespace -> namespace(context, namespace, problems));
    }

    private static void policy(Manifest policy, Problems problems) {
        Mapping spec = policy.body().at("spec");
        mode(spec.at("mtls"), problems);
        spec.at("portLevelMtls").entries().values().forEach(entry -> {
            if (entry.value() instanceof Mapping port) {
                mode(port, problems);
            }
        });
    }

    private static void mode(Mapping mtls, Problems problems) {
        String mode = mtls.text("mode");
        if (mode.equals(Mode.PERMISSIVE.name()) || mode.equals(Mode.DISABLE.name())) {
            report(mtls.originOf("mode"), mode, problems);
        }
    }

    private static void report(Origin origin, String mode, Problems problems) {
        problems.warning(
                ProblemCode.PLAINTEXT_ADMITTED,
                origin,
                mode,
                "Whoever the network lets in needs no identity here, and rules about identities see none.",
                "Write STRICT, or accept the finding and name who needs plaintext.");
    }

    private static void namespace(LintContext context, Namespace namespace, Problems problems) {
        Optional<MeshSettings> mesh = context.enrollment(namespace).mesh();
        if (namespace.origin() == null || mesh.isEmpty()) {
            return;
        }
        boolean decided = context.policies().peerAuthentications().stream()
                .filter(policy -> policy.pods().isEverything() && policy.mode() != Mode.UNSET)
                .map(PeerAuthentication::namespace)
                .anyMatch(home ->
                        home.equals(namespace.name()) || home.equals(mesh.get().rootNamespace()));
        if (!decided) {
            problems.warning(
                    ProblemCode.PLAINTEXT_ADMITTED,
                    namespace.origin(),
                    namespace.name(),
                    "No PeerAuthentication is for the namespace or for its mesh, which means PERMISSIVE: whoever the"
                            + " network lets in needs no identity.",
                    "Add a PeerAuthentication without a selector and with `mtls.mode: STRICT`.");
        }
    }

    private static boolean isOpen(Mode mode) {
        return mode == Mode.PERMISSIVE || mode == Mode.DISABLE;
    }
}
