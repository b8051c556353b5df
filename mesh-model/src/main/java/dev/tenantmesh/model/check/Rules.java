package dev.tenantmesh.model.check;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.capacity.BudgetsHold;
import dev.tenantmesh.model.check.capacity.ProxyLimitsCoverRequests;
import dev.tenantmesh.model.check.capacity.QuotasAreSound;
import dev.tenantmesh.model.check.capacity.QuotasOnlyTighten;
import dev.tenantmesh.model.check.capacity.SidecarsAreCounted;
import dev.tenantmesh.model.check.cluster.ClustersAreDistinct;
import dev.tenantmesh.model.check.cluster.ClustersMeetOutside;
import dev.tenantmesh.model.check.cluster.ControlPlanesArePlaced;
import dev.tenantmesh.model.check.cluster.NodesAreApart;
import dev.tenantmesh.model.check.cluster.TopologyIsComplete;
import dev.tenantmesh.model.check.external.EgressGatewaysAreOfTheMesh;
import dev.tenantmesh.model.check.external.ExternalsAreComplete;
import dev.tenantmesh.model.check.external.ExternalsAreGranted;
import dev.tenantmesh.model.check.external.ExternalsLeaveTheCluster;
import dev.tenantmesh.model.check.external.ExternalsUseTheirGateway;
import dev.tenantmesh.model.check.gateway.CredentialsStandApart;
import dev.tenantmesh.model.check.gateway.ExposuresAreBounded;
import dev.tenantmesh.model.check.gateway.GatewayClientsAreKnown;
import dev.tenantmesh.model.check.gateway.GatewaySizesAreSound;
import dev.tenantmesh.model.check.gateway.GatewayTlsIsConsistent;
import dev.tenantmesh.model.check.gateway.GatewaysFitTheirApi;
import dev.tenantmesh.model.check.gateway.GatewaysFitTheirProvision;
import dev.tenantmesh.model.check.gateway.ListenersDoNotConflict;
import dev.tenantmesh.model.check.gateway.RouterFindsItsWay;
import dev.tenantmesh.model.check.gateway.SharedGatewayUsesAreAllowed;
import dev.tenantmesh.model.check.gateway.SharedGatewaysAreOfTheMesh;
import dev.tenantmesh.model.check.gateway.TlsVersionsFit;
import dev.tenantmesh.model.check.isolation.CallsLeaveTheTenant;
import dev.tenantmesh.model.check.isolation.DeniesAreSound;
import dev.tenantmesh.model.check.isolation.ExemptionsAreUsable;
import dev.tenantmesh.model.check.isolation.GrantsAreBounded;
import dev.tenantmesh.model.check.isolation.IdentitiesAreDistinct;
import dev.tenantmesh.model.check.isolation.LabelledPodsSpeakPlaintext;
import dev.tenantmesh.model.check.isolation.LowerLevelsOnlyTighten;
import dev.tenantmesh.model.check.isolation.PlaintextIsDeclared;
import dev.tenantmesh.model.check.isolation.ProxyPortsStayFree;
import dev.tenantmesh.model.check.isolation.SelectorsAreDistinct;
import dev.tenantmesh.model.check.mesh.ControlPlanesAreNamedApart;
import dev.tenantmesh.model.check.mesh.MeshesAreHandedOver;
import dev.tenantmesh.model.check.mesh.MeshesAreSeparate;
import dev.tenantmesh.model.check.mesh.MigrationsFitTheirMesh;
import dev.tenantmesh.model.check.mesh.ProxiesAreWhereTheyAreSet;
import dev.tenantmesh.model.check.mesh.ShadowsFitTheirMesh;
import dev.tenantmesh.model.check.mesh.WaypointsStandApart;
import dev.tenantmesh.model.check.ownership.ExportsAskForTheirOwn;
import dev.tenantmesh.model.check.ownership.LabelsAreFree;
import dev.tenantmesh.model.check.ownership.LowerLevelsOnlyAddLabels;
import dev.tenantmesh.model.check.ownership.NamesAreUnique;
import dev.tenantmesh.model.check.ownership.NamespacesHaveOneOwner;
import dev.tenantmesh.model.check.ownership.RawManifestsStayInside;
import dev.tenantmesh.model.check.ownership.ReferencesResolve;
import dev.tenantmesh.model.check.ownership.SomethingIsRendered;
import dev.tenantmesh.model.check.platform.AdminPoliciesAreOrdered;
import dev.tenantmesh.model.check.platform.AdmissionExemptsThePlatform;
import dev.tenantmesh.model.check.platform.OwnersAreSomebody;
import dev.tenantmesh.model.check.route.HostsHaveOneOwner;
import dev.tenantmesh.model.check.route.RoutesAreReached;
import dev.tenantmesh.model.check.route.RoutesFitTheGatewayApi;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.check.value.CountsArePossible;
import dev.tenantmesh.model.check.value.ValuesAreWellFormed;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The visible list of rules; all of them run, in any order with the same result. */
public final class Rules {

    static final List<Rule> ALL = List.of(
            new AdminPoliciesAreOrdered(),
            new AdmissionExemptsThePlatform(),
            new BudgetsHold(),
            new CallsLeaveTheTenant(),
            new ClustersAreDistinct(),
            new ClustersMeetOutside(),
            new ControlPlanesAreNamedApart(),
            new ControlPlanesArePlaced(),
            new CountsArePossible(),
            new CredentialsStandApart(),
            new DeniesAreSound(),
            new EgressGatewaysAreOfTheMesh(),
            new ExemptionsAreUsable(),
            new ExportsAskForTheirOwn(),
            new ExposuresAreBounded(),
            new ExternalsAreComplete(),
            new ExternalsAreGranted(),
            new ExternalsLeaveTheCluster(),
            new ExternalsUseTheirGateway(),
            new GatewayClientsAreKnown(),
            new GatewaySizesAreSound(),
            new GatewayTlsIsConsistent(),
            new GatewaysFitTheirApi(),
            new GatewaysFitTheirProvision(),
            new GrantsAreBounded(),
            new HostsHaveOneOwner(),
            new IdentitiesAreDistinct(),
            new LabelledPodsSpeakPlaintext(),
            new LabelsAreFree(),
            new ListenersDoNotConflict(),
            new LowerLevelsOnlyAddLabels(),
            new LowerLevelsOnlyTighten(),
            new MeshesAreHandedOver(),
            new MeshesAreSeparate(),
            new MigrationsFitTheirMesh(),
            new NamesAreUnique(),
            new NamespacesHaveOneOwner(),
            new NodesAreApart(),
            new OwnersAreSomebody(),
            new PlaintextIsDeclared(),
            new ProxiesAreWhereTheyAreSet(),
            new ProxyLimitsCoverRequests(),
            new ProxyPortsStayFree(),
            new QuotasAreSound(),
            new QuotasOnlyTighten(),
            new RawManifestsStayInside(),
            new ReferencesResolve(),
            new RouterFindsItsWay(),
            new RoutesAreReached(),
            new RoutesFitTheGatewayApi(),
            new SelectorsAreDistinct(),
            new ShadowsFitTheirMesh(),
            new SharedGatewayUsesAreAllowed(),
            new SharedGatewaysAreOfTheMesh(),
            new SidecarsAreCounted(),
            new SomethingIsRendered(),
            new TlsVersionsFit(),
            new TopologyIsComplete(),
            new ValuesAreWellFormed(),
            new WaypointsStandApart());

    private static final Set<ProblemCode> MALFORMED = EnumSet.range(ProblemCode.INVALID_NAME, ProblemCode.INVALID_TEXT);

    private Rules() {}

    /** Runs every rule; of a value that is malformed by itself nothing else is said. */
    public static void check(MeshModel model, Problems problems) {
        Problems found = new Problems();
        ALL.forEach(rule -> rule.check(model, found));
        Set<Origin> malformed = found.sorted().stream()
                .filter(problem -> MALFORMED.contains(problem.code()))
                .map(Problem::origin)
                .collect(Collectors.toSet());
        found.sorted().stream()
                .filter(problem -> MALFORMED.contains(problem.code()) || !malformed.contains(problem.origin()))
                .forEach(problems::add);
    }
}
