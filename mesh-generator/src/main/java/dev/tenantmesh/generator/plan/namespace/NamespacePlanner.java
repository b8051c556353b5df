package dev.tenantmesh.generator.plan.namespace;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.Labels;
import dev.tenantmesh.generator.plan.controlplane.ZtunnelPlan;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.PlatformProfile.Membership;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Placement.Role;
import dev.tenantmesh.model.PodSecurity;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Owner;
import dev.tenantmesh.model.tenant.TenantNamespace.Manage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decides what each namespace itself carries. */
public final class NamespacePlanner {

    private static final String POD_SECURITY = "pod-security.kubernetes.io/enforce";

    private static final Map<String, String> AMBIENT = Map.of("istio.io/dataplane-mode", "ambient");
    private static final String USE_WAYPOINT = "istio.io/use-waypoint";

    /** By which control planes know the network of a cluster's pods. */
    /**
     * By which a primary knows that it is to keep certificates and webhooks of a remote cluster.
     *
     * @see <a href="https://istio.io/latest/docs/reference/config/annotations/#TopologyControlPlaneClusters">annotation</a>
     */
    private static final String CONTROL_PLANE_CLUSTERS = "topology.istio.io/controlPlaneClusters";

    private final Target target;
    private final Members members;

    private NamespacePlanner(Target target, Members members) {
        this.target = target;
        this.members = members;
    }

    /** The Namespace objects of a mesh: its control plane's and its nodes' proxies', if they are made here, and those of its members. */
    public static List<NamespacePlan> namespaces(
            MeshModel model, Target target, Members members, Optional<ZtunnelPlan> ztunnel, Problems problems) {
        NamespacePlanner planner = new NamespacePlanner(target, members);
        List<NamespacePlan> plans = new ArrayList<>();
        if (members.mesh().controlPlane().isGenerated()) {
            plans.add(planner.controlPlane());
            ztunnel.ifPresent(proxies -> plans.add(planner.ztunnel(proxies)));
        }
        for (MemberNamespace namespace : members.namespaces()) {
            if (namespace.managed() == Manage.NONE) {
                planner.listLabels(model, namespace, problems);
            } else {
                plans.add(planner.member(namespace));
            }
        }
        return plans;
    }

    /** What binds the owners of each tenant to their roles in its namespaces. */
    public static List<RoleBindingPlan> roleBindings(Members members) {
        return members.namespaces().stream()
                .flatMap(namespace -> Arrays.stream(Owner.Role.values())
                        .flatMap(role -> roleBinding(members, namespace, role).stream()))
                .toList();
    }

    /** The network attachments that the platform's version needs in each namespace and no operator makes. */
    public static List<NetworkAttachmentPlan> networkAttachments(Target target, Members members) {
        return target.committedNetworkAttachment().stream()
                .flatMap(attachment -> members.namespaces().stream()
                        .map(namespace -> new NetworkAttachmentPlan(
                                members.heading(namespace, attachment.name(), namespace.entry(), attachment.reason()))))
                .toList();
    }

    private NamespacePlan controlPlane() {
        String name = members.mesh().controlPlane().namespace();
        SortedMap<String, String> labels = new TreeMap<>(discoveryLabels());
        labels.put(POD_SECURITY, Spelling.of(PodSecurity.BASELINE));
        target.placement()
                .filter(where -> where.role(members.mesh()) != Role.CONTROL)
                .ifPresent(where -> labels.put(Labels.NETWORK, where.cluster().network()));
        Heading heading = new Heading(
                name,
                name,
                members.mesh().name(),
                null,
                "mesh/" + members.mesh().name() + "/controlPlane",
                "the namespace of the control plane");
        SortedMap<String, String> annotations = new TreeMap<>();
        target.placement()
                .flatMap(where -> where.configuredIn(members.mesh()))
                .ifPresent(primary -> annotations.put(CONTROL_PLANE_CLUSTERS, primary.name()));
        return new NamespacePlan(heading, labels, annotations, false);
    }

    /** Its pods run in the network of every pod of their node, which takes privileges. */
    private NamespacePlan ztunnel(ZtunnelPlan ztunnel) {
        SortedMap<String, String> labels = new TreeMap<>(discoveryLabels());
        labels.put(POD_SECURITY, Spelling.of(PodSecurity.PRIVILEGED));
        Heading heading = new Heading(
                ztunnel.namespace(),
                ztunnel.namespace(),
                members.mesh().name(),
                null,
                ztunnel.heading().entry(),
                "the namespace of the proxies of nodes");
        return new NamespacePlan(heading, labels, false);
    }

    private NamespacePlan member(MemberNamespace namespace) {
        Heading heading = members.heading(
                namespace,
                namespace.name(),
                namespace.entry(),
                namespace
                        .owningTenant()
                        .map(tenant -> "a namespace of tenant " + tenant.name())
                        .orElse("a namespace of the mesh, for gateways alone"));
        return new NamespacePlan(heading, labels(namespace), namespace.managed() == Manage.METADATA);
    }

    private SortedMap<String, String> labels(MemberNamespace namespace) {
        SortedMap<String, String> labels = new TreeMap<>(discoveryLabels());
        labels.putAll(namespace.isAmbient() ? AMBIENT : injectionLabels());
        namespace.waypoint().ifPresent(waypoint -> labels.put(USE_WAYPOINT, waypoint.name()));
        labels.put(POD_SECURITY, Spelling.of(namespace.podSecurity()));
        return labels;
    }

    /** What a control plane discovers a namespace by; nothing where a member roll does. */
    private Map<String, String> discoveryLabels() {
        return target.profile().membership() == Membership.LABELS
                ? Map.of(Labels.MESH, members.mesh().name())
                : Map.of();
    }

    /** What gives the pods of a namespace a sidecar; nothing where pods ask for it themselves. */
    private Map<String, String> injectionLabels() {
        String revision = target.revision(members.mesh());
        if (target.profile().membership() != Membership.LABELS) {
            return Map.of();
        }
        return revision.equals("default") ? Map.of("istio-injection", "enabled") : Map.of("istio.io/rev", revision);
    }

    private void listLabels(MeshModel model, MemberNamespace namespace, Problems problems) {
        List<String> labels = labels(namespace).entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toList();
        problems.info(
                ProblemCode.RELIES_ON,
                model.origins().of(namespace.source(), "manage"),
                namespace.name(),
                "On platform '" + target.platform().name() + "' isolation relies on these labels of the namespace: "
                        + String.join(", ", labels) + ".",
                "Have whoever makes the namespace set them, or write `manage: metadata`.");
    }

    /** Developers read what viewers do, which includes kinds that others have added. */
    private static List<RoleBindingPlan> roleBinding(Members members, MemberNamespace namespace, Owner.Role role) {
        List<String> groups = namespace.owningTenant().stream()
                .flatMap(tenant -> tenant.owners().stream())
                .filter(owner ->
                        owner.role() == role || (role == Owner.Role.VIEW && owner.role() == Owner.Role.DEVELOPER))
                .map(Owner::group)
                .toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        String name = "tenant-" + Spelling.of(role);
        Heading heading = members.heading(
                namespace,
                name,
                "tenant/" + namespace.owner() + "/owners",
                "the tenant's owners with the role " + Spelling.of(role));
        String clusterRole = role == Owner.Role.DEVELOPER ? RoleBindingPlan.DEVELOPER : Spelling.of(role);
        return List.of(new RoleBindingPlan(heading, clusterRole, groups));
    }
}
