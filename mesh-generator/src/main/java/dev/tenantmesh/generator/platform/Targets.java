package dev.tenantmesh.generator.platform;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.platform.AdminPolicies;
import dev.tenantmesh.model.platform.Admission;
import dev.tenantmesh.model.platform.Cni;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.Router;
import dev.tenantmesh.model.platform.ServiceMesh;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Gateway;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the profile of a platform, and refuses what the platform cannot do or what is not known of it. */
public final class Targets {

    private final List<PlatformProfile> supported;
    private final MeshModel model;
    private final Problems problems;

    /** @param supported what there is a profile for */
    public Targets(List<PlatformProfile> supported, MeshModel model, Problems problems) {
        this.supported = List.copyOf(supported);
        this.model = model;
        this.problems = problems;
    }

    /** The target of a platform; empty, with a problem, if its product or version is not supported. */
    public Optional<Target> of(Platform platform) {
        Optional<Target> target = profile(platform).map(profile -> new Target(platform, profile, model.placement()));
        target.ifPresent(this::check);
        return target;
    }

    private Optional<PlatformProfile> profile(Platform platform) {
        ServiceMesh mesh = platform.mesh();
        Distribution distribution = platform.distribution();
        List<PlatformProfile> ofVersion = supported.stream()
                .filter(known -> known.type() == mesh.type() && known.version().equals(mesh.version()))
                .toList();
        Optional<PlatformProfile> profile = ofVersion.stream()
                .filter(known -> known.distribution() == distribution.type())
                .findFirst();
        if (ofVersion.isEmpty()) {
            problems.error(
                    ProblemCode.UNSUPPORTED_PLATFORM,
                    model.origins().of(mesh, "version"),
                    Spelling.of(mesh.type()) + " " + mesh.version(),
                    "This version is not supported.",
                    new KnownVersions(supported, mesh.type()).insteadOf(mesh.version()));
        } else if (profile.isEmpty()) {
            unsupported(
                    distribution,
                    "type",
                    Spelling.of(distribution.type()),
                    ofVersion.get(0).product() + " does not run on this distribution.",
                    "Choose one of: "
                            + ofVersion.stream()
                                    .map(known -> Spelling.of(known.distribution()))
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return profile;
    }

    private void check(Target target) {
        checkProduct(target);
        checkNetwork(target);
        checkAttachment(target);
        checkRouter(target);
        checkNodes(target);
        new DataPlanesFit(target, model, problems).check();
        new WaypointsFit(target, model, problems).check();
        checkAdminPolicies(target);
        checkAdmission(target);
        checkClusters(target);
        GatewaysFit gateways = new GatewaysFit(target, model, problems);
        model.tenants().forEach(tenant -> tenant.gateways().forEach(gateways::check));
        model.meshes().forEach(mesh -> mesh.gateways().forEach(gateways::check));
        GatewayApiFits gatewayApi = new GatewayApiFits(target, model, problems);
        model.tenants().forEach(tenant -> tenant.gateways().forEach(gatewayApi::check));
        model.meshes().forEach(mesh -> mesh.gateways().forEach(gatewayApi::check));
        model.tenants().forEach(gatewayApi::check);
        model.meshes().forEach(gatewayApi::check);
    }

    private void checkProduct(Target target) {
        ServiceMesh mesh = target.platform().mesh();
        Distribution distribution = target.platform().distribution();
        PlatformProfile profile = target.profile();
        if (profile.oldestDistribution() != null
                && KnownVersions.ORDER.compare(distribution.version(), profile.oldestDistribution()) < 0) {
            unsupported(
                    distribution,
                    "version",
                    distribution.version(),
                    profile.product() + " does not run on a version that old.",
                    "It needs " + Spelling.of(distribution.type()) + " " + profile.oldestDistribution() + " or later.");
        }
        if (profile.endOfLife() != null) {
            problems.warning(
                    ProblemCode.END_OF_LIFE,
                    model.origins().of(mesh, "version"),
                    mesh.version(),
                    profile.endOfLife(),
                    "Plan the migration; the same model renders both sides of it.");
        }
    }

    private void checkNetwork(Target target) {
        boolean generates =
                model.meshes().stream().anyMatch(mesh -> mesh.controlPlane().isGenerated());
        if (generates && target.platform().network().apiServerCIDRs().isEmpty()) {
            problems.error(
                    ProblemCode.MISSING_FACT,
                    model.origins().of(target.platform(), "network"),
                    "",
                    "The control planes are closed both ways, and must reach the API server.",
                    "List the API server's addresses under `network.apiServerCIDRs`.");
        }
    }

    private void checkAttachment(Target target) {
        Cni cni = target.platform().cni();
        if (cni != null && cni.provider() != null && target.usesMultus() != target.hasRoutes()) {
            unsupported(
                    cni,
                    "provider",
                    Spelling.of(cni.provider()),
                    target.profile().product() + " is rendered for the CNI provider that is usual on its distribution.",
                    "Remove the key.");
        }
        if (cni == null || cni.networkAttachment() == null) {
            return;
        }
        if (target.profile().attachment().isEmpty() || !target.usesMultus()) {
            unsupported(
                    cni,
                    "networkAttachment",
                    Spelling.of(cni.networkAttachment()),
                    target.profile().product()
                            + " needs no NetworkAttachmentDefinition in application namespaces here.",
                    "Remove the key.");
        } else if (cni.networkAttachment() == Cni.NetworkAttachment.OPERATOR
                && !target.profile().attachment().orElseThrow().operatorMakesIt()) {
            unsupported(
                    cni,
                    "networkAttachment",
                    "operator",
                    target.profile().product() + " has no operator that makes them.",
                    "Write `committed`.");
        }
    }

    private void checkClusters(Target target) {
        if (target.placement().isPresent() && !target.profile().has(Trait.SPANS_CLUSTERS)) {
            problems.error(
                    ProblemCode.ONE_CLUSTER_ONLY,
                    model.origins().of(target.placement().get().platform(), "clusters"),
                    target.profile().product(),
                    "Several clusters are rendered for Istio 1.30 and OpenShift Service Mesh 3.4 only.",
                    "Use one of these, or give each cluster a Platform of its own.");
        }
    }

    private void checkNodes(Target target) {
        Network network = target.platform().network();
        if (network.nodeCIDRs().isEmpty()) {
            return;
        }
        String written = String.join(", ", network.nodeCIDRs());
        if (network.cni() != Network.Cni.CALICO) {
            unsupported(
                    network,
                    "nodeCIDRs",
                    written,
                    "This network plugin shows nodes by labels of a namespace of its own, and not by addresses.",
                    "Leave nodeCIDRs out: webhooks are open to the host network alone.");
        } else {
            problems.info(
                    ProblemCode.RELIES_ON,
                    model.origins().of(network, "nodeCIDRs"),
                    written,
                    "On platform '" + target.platform().name()
                            + "' webhooks of control planes are open to these addresses"
                            + " alone. Where Calico encapsulates, pods see other nodes under addresses of tunnels, and"
                            + " pods could not be made.",
                    "Check that no IP pool encapsulates, and that the API server calls from these addresses.");
        }
    }

    private void checkRouter(Target target) {
        Router router = target.platform().router();
        if (router == null) {
            return;
        }
        boolean hostNetwork = Boolean.TRUE.equals(router.hostNetwork());
        if (router.namespaceLabels().isEmpty() && (!router.podLabels().isEmpty() || !target.hasRoutes())) {
            problems.error(
                    ProblemCode.EMPTY_SELECTOR,
                    model.origins().of(router),
                    "",
                    "The router has no namespace labels, and would be anyone.",
                    "Add `namespaceLabels:`.");
        }
        if (hostNetwork
                && (!router.podLabels().isEmpty() || target.hostNetwork().isEmpty())) {
            unsupported(
                    router,
                    "hostNetwork",
                    "true",
                    "A router on the host network has the addresses of nodes: no pod labels match it, and outside"
                            + " OpenShift no namespace labels either.",
                    "Remove podLabels, or run the router on the pod network.");
        } else if (hostNetwork) {
            problems.warning(
                    ProblemCode.RELIES_ON,
                    model.origins().of(router, "hostNetwork"),
                    "true",
                    "What admits this router admits every host-network process of every node.",
                    "Run the router on the pod network if you can.");
        }
    }

    private void checkAdminPolicies(Target target) {
        AdminPolicies policies = target.platform().adminPolicies();
        if (policies != null && !target.hasAdminPolicies(policies.type())) {
            unsupported(
                    policies,
                    "type",
                    Spelling.of(policies.type()),
                    "Platform '" + target.platform().name() + "' does not have this API: AdminNetworkPolicy comes with"
                            + " OpenShift 4.14 and with OVN-Kubernetes, ClusterNetworkPolicy with Calico 3.32.",
                    "Name the API that the cluster has, or remove `adminPolicies` and refuse NetworkPolicies of tenants"
                            + " by `admission`.");
        }
    }

    private void checkAdmission(Target target) {
        Distribution distribution = target.platform().distribution();
        Admission admission = target.platform().admission();
        boolean known = target.hasRoutes() ? distribution.isAtLeast(4, 17) : distribution.isAtLeast(1, 30);
        if (admission != null && !known) {
            unsupported(
                    admission,
                    "type",
                    Spelling.of(admission.type()),
                    "ValidatingAdmissionPolicies are served from Kubernetes 1.30 and OpenShift 4.17.",
                    "Remove `admission`, and give tenants the role `view`; or update the cluster.");
        }
        if (admission != null) {
            model.tenants().stream()
                    .flatMap(tenant -> tenant.gateways().stream())
                    .filter(Gateway::isAutomated)
                    .forEach(gateway -> unsupported(
                            gateway,
                            "api",
                            gateway.name(),
                            "The control plane makes the pods of this gateway without an injector, and `admission` of platform"
                                    + " '" + target.platform().name()
                                    + "' refuses pods of tenants that nothing injects.",
                            "Write `deployment: manual`, or leave out `api`."));
        }
    }

    private void unsupported(Record record, String key, String written, String why, String fix) {
        problems.error(ProblemCode.UNSUPPORTED_OPTION, model.origins().of(record, key), written, why, fix);
    }
}
