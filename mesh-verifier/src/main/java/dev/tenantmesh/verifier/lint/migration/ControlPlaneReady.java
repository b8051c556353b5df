package dev.tenantmesh.verifier.lint.migration;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.List;

/**
 * What a ServiceMeshControlPlane must be set to before a move: what 3 does not do is done by somebody else already.
 *
 * @see <a href="https://github.com/openshift-service-mesh/sail-operator/tree/main/docs/ossm/ossm2-migration">the vendor's checklist</a>
 */
final class ControlPlaneReady {

    private ControlPlaneReady() {}

    /**
     * One setting that must be as it is here.
     *
     * @param path its keys below {@code spec}, apart by dots
     * @param value what it must be
     * @param unlessAbsent whether it is so by itself
     * @param why what else would happen
     */
    private record Wanted(String path, String value, boolean unlessAbsent, String why) {

        String[] folders() {
            return path.contains(".") ? path.substring(0, path.lastIndexOf('.')).split("\\.", -1) : new String[0];
        }

        String key() {
            return path.substring(path.lastIndexOf('.') + 1);
        }
    }

    private static final List<Wanted> WANTED = List.of(
            new Wanted("version", "v2.6", false, "Only 2.6 can move."),
            new Wanted(
                    "security.manageNetworkPolicy",
                    "false",
                    false,
                    "The operator makes NetworkPolicies, and takes them away when it goes."),
            new Wanted("gateways.enabled", "false", false, "Gateways of the control plane go with it."),
            new Wanted(
                    "gateways.openshiftRoute.enabled",
                    "false",
                    true,
                    "Routes that the control plane makes go with it."),
            new Wanted("tracing.type", "None", false, "Tracing is configured otherwise in 3."),
            new Wanted("addons.kiali.enabled", "false", true, "Add-ons go with the control plane."),
            new Wanted("addons.grafana.enabled", "false", true, "Add-ons go with the control plane."),
            new Wanted("addons.prometheus.enabled", "false", true, "Add-ons go with the control plane."));

    static void check(Manifest plane, Problems problems) {
        for (Wanted wanted : WANTED) {
            Mapping part = plane.body().at("spec").at(wanted.folders());
            String written = part.text(wanted.key());
            if (!written.equals(wanted.value()) && !(written.isEmpty() && wanted.unlessAbsent())) {
                problems.warning(
                        ProblemCode.MOVE_NOT_READY,
                        part.originOf(wanted.key()),
                        plane.identity(),
                        wanted.why(),
                        "Write `" + wanted.path() + ": " + wanted.value() + "` before the move.");
            }
        }
    }
}
