package dev.tenantmesh.model.check;

import dev.tenantmesh.model.MeshModel;
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
