package dev.tenantmesh.verifier.lint.controlplane;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.schema.VersionChecks;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fields that the control plane is too old for. An API server drops what its definitions do not know, and what it keeps an
 * older control plane does not read. Known only where a control plane among the manifests says its version; of several the
 * oldest counts.
 *
 * @see <a href="https://istio.io/latest/news/releases/">what changed in each release of Istio</a>
 */
public final class NewerFields implements LintRule {

    private static final Pattern OF_SAIL = Pattern.compile("v1\\.([0-9]{1,3})[.-].*");

    /** The Istio of each version of OpenShift Service Mesh 2. */
    private static final Map<String, Integer> OF_MAISTRA =
            Map.of("v2.0", 6, "v2.1", 9, "v2.2", 12, "v2.3", 14, "v2.4", 16, "v2.5", 18, "v2.6", 20);

    /** A control plane that says which Istio it is. */
    private record ControlPlane(Manifest manifest, int istio) {}

    @Override
    public void check(LintContext context, Problems problems) {
        controlPlanes(context)
                .min(Comparator.comparingInt(ControlPlane::istio))
                .ifPresent(oldest -> context.manifests().all().forEach(manifest -> check(manifest, oldest, problems)));
    }

    private static Stream<ControlPlane> controlPlanes(LintContext context) {
        return Stream.concat(
                context.manifests().of("sailoperator.io", "Istio").flatMap(istio -> known(istio, ofSail(istio))),
                context.manifests()
                        .of("maistra.io", "ServiceMeshControlPlane")
                        .flatMap(old -> known(old, Optional.ofNullable(OF_MAISTRA.get(version(old))))));
    }

    private static Stream<ControlPlane> known(Manifest manifest, Optional<Integer> istio) {
        return istio.map(minor -> new ControlPlane(manifest, minor)).stream();
    }

    private static Optional<Integer> ofSail(Manifest istio) {
        Matcher version = OF_SAIL.matcher(version(istio));
        return version.matches() ? Optional.of(Integer.valueOf(version.group(1))) : Optional.empty();
    }

    private static String version(Manifest controlPlane) {
        return controlPlane.body().at("spec").text("version");
    }

    private static void check(Manifest manifest, ControlPlane oldest, Problems problems) {
        VersionChecks.newerThan(oldest.istio(), manifest)
                .forEach(newer -> problems.warning(
                        ProblemCode.FIELD_TOO_NEW,
                        newer.origin(),
                        newer.what(),
                        "It came with Istio 1." + newer.istio() + ", and "
                                + oldest.manifest().kind() + " "
                                + oldest.manifest().name() + " ("
                                + oldest.manifest().origin() + ") is Istio 1."
                                + oldest.istio() + ": it is dropped or not read.",
                        "Write it in a way that this version knows, or update the control plane first."));
    }
}
