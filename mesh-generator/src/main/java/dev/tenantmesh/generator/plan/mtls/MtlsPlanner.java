package dev.tenantmesh.generator.plan.mtls;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberPort;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.generator.platform.Trait;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.Placement.Role;
import dev.tenantmesh.model.effective.EffectiveSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides the PeerAuthentications: one for the mesh, one for every namespace so that it holds by itself, and one for
 * each workload that differs. There is never a second one of the same scope for a pod, since the older would win.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/peer_authentication/">PeerAuthentication</a>
 */
public final class MtlsPlanner {

    private final Members members;

    private MtlsPlanner(Members members) {
        this.members = members;
    }

    /**
     * The PeerAuthentications of a mesh; without the mesh's own where the operator makes that one, or where its control
     * plane reads policies from another cluster.
     */
    public static List<PeerAuthenticationPlan> plan(Target target, Members members) {
        MtlsPlanner planner = new MtlsPlanner(members);
        List<PeerAuthenticationPlan> plans = new ArrayList<>();
        boolean readElsewhere = target.role(members.mesh()) == Role.CONTROL;
        if (!target.profile().has(Trait.OPERATOR_MAKES_MESH_MTLS) && !readElsewhere) {
            plans.add(planner.mesh(new EffectiveSettings(target.platform(), members.mesh())
                    .mtls()
                    .effective()));
        }
        for (MemberNamespace namespace : members.namespaces()) {
            plans.add(new PeerAuthenticationPlan(
                    planner.members.heading(namespace, "default", namespace.entry() + "/mtls", reason(namespace)),
                    Map.of(),
                    namespace.mode(),
                    Map.of()));
            namespace.workloads().stream()
                    .filter(workload -> differs(workload, namespace))
                    .forEach(workload -> plans.add(planner.workload(namespace, workload)));
        }
        return plans;
    }

    private static String reason(MemberNamespace namespace) {
        return namespace.migrating() && namespace.mode() == MtlsMode.PERMISSIVE
                ? "not locked yet: until then clients that the documents permit may come in plaintext"
                : "the mode of the namespace";
    }

    private PeerAuthenticationPlan mesh(MtlsMode mode) {
        String name = members.mesh().name();
        Heading heading = new Heading(
                members.mesh().controlPlane().namespace(),
                "default",
                name,
                null,
                "mesh/" + name + "/mtls",
                members.mesh().migration().isPresent()
                        ? "on its way to mutual TLS the mesh leaves it to each namespace whether it is locked"
                        : "the mode of the mesh");
        return new PeerAuthenticationPlan(heading, Map.of(), mode, Map.of());
    }

    private PeerAuthenticationPlan workload(MemberNamespace namespace, MemberWorkload workload) {
        Map<Integer, MtlsMode> ports = new TreeMap<>();
        for (MemberPort port : workload.ports()) {
            if (port.mode() != workload.mode()) {
                ports.put(port.podPort(), port.mode());
            }
        }
        return new PeerAuthenticationPlan(
                members.heading(
                        namespace,
                        "workload-" + workload.name(),
                        workload.entry() + "/mtls",
                        "exceptions of the workload from the mode of its namespace, by pod port"),
                workload.pods().labels(),
                workload.mode(),
                ports);
    }

    private static boolean differs(MemberWorkload workload, MemberNamespace namespace) {
        return workload.mode() != namespace.mode()
                || workload.ports().stream().anyMatch(port -> port.mode() != namespace.mode());
    }
}
