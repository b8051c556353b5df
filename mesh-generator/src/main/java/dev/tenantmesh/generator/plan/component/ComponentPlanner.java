package dev.tenantmesh.generator.plan.component;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.export.ServiceExport;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.PlatformProfile.Membership;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.PodSecurity;
import dev.tenantmesh.model.tenant.Sidecar;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides what tenants patch onto their own manifests. A pod asks for its sidecar only where its namespace does not:
 * elsewhere the same label could bring the proxy of another mesh, should the namespace ever lose its own. The
 * annotation that makes Multus call the CNI plugin is left out, since every supported injector writes it. A pod of a
 * restricted namespace names a seccomp profile for all its containers, since an injector may add some without one. Pods whose
 * proxy is that of their node are told nothing of it.
 *
 * @see <a href="https://istio.io/latest/docs/ops/common-problems/injection/">which pods are injected</a>
 * @see <a href="https://github.com/istio/istio/issues/57004">seccomp profiles of injected containers</a>
 */
public final class ComponentPlanner {

    private final Target target;
    private final Members members;
    private final Map<String, List<ServiceExport>> exports;

    private ComponentPlanner(Target target, Members members, List<ServiceExport> exports) {
        this.target = target;
        this.members = members;
        this.exports = exports.stream().collect(Collectors.groupingBy(ServiceExport::namespace));
    }

    /** A component for each namespace that has something to patch. */
    public static List<ComponentPlan> plan(Target target, Members members, List<ServiceExport> exports) {
        ComponentPlanner planner = new ComponentPlanner(target, members, exports);
        return members.namespaces().stream()
                .flatMap(namespace ->
                        namespace.owningTenant().stream().map(tenant -> planner.plan(namespace, tenant.name())))
                .filter(component -> !component.workloads().isEmpty()
                        || !component.services().isEmpty())
                .toList();
    }

    private ComponentPlan plan(MemberNamespace namespace, String tenant) {
        return new ComponentPlan(
                namespace.name(),
                tenant,
                namespace.entry(),
                accounts(namespace),
                namespace.workloads().stream()
                        .map(workload -> patch(namespace, workload))
                        .toList(),
                exports.getOrDefault(namespace.name(), List.of()));
    }

    /** Every namespace has the account {@code default} already. */
    private List<Heading> accounts(MemberNamespace namespace) {
        SortedMap<String, Heading> accounts = new TreeMap<>();
        for (MemberWorkload workload : namespace.workloads()) {
            String account = workload.source().serviceAccount();
            accounts.computeIfAbsent(
                    account,
                    name -> members.heading(
                            namespace, name, workload.entry(), "the identity of workload " + workload.name()));
        }
        accounts.remove("default");
        return List.copyOf(accounts.values());
    }

    private WorkloadPatch patch(MemberNamespace namespace, MemberWorkload workload) {
        SortedMap<String, String> labels = new TreeMap<>(workload.source().selector());
        if (target.profile().membership() == Membership.MEMBER_ROLL) {
            labels.put("sidecar.istio.io/inject", "true");
        }
        Sidecar sidecar = workload.source().sidecar();
        return new WorkloadPatch(
                workload.name(),
                workload.entry(),
                workload.source().serviceAccount(),
                labels,
                sidecar == null || namespace.isAmbient() ? new TreeMap<>() : annotations(sidecar.resources()),
                namespace.podSecurity() == PodSecurity.RESTRICTED && !namespace.isAmbient());
    }

    private static SortedMap<String, String> annotations(Sidecar.Resources resources) {
        return new TreeMap<>(Map.of(
                "sidecar.istio.io/proxyCPU", resources.requests().cpu(),
                "sidecar.istio.io/proxyMemory", resources.requests().memory(),
                "sidecar.istio.io/proxyCPULimit", resources.limits().cpu(),
                "sidecar.istio.io/proxyMemoryLimit", resources.limits().memory()));
    }
}
