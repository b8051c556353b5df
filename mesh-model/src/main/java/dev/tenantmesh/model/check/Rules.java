package dev.tenantmesh.model.check;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;

/** The visible list of rules; all of them run, in any order with the same result. */
public final class Rules {

    static final List<Rule> ALL = List.of(
            new ExemptionsAreUsable(),
            new GatewayTlsIsConsistent(),
            new GrantsAreBounded(),
            new HostsHaveOneOwner(),
            new LowerLevelsOnlyTighten(),
            new MeshesAreSeparate(),
            new NamesAreUnique(),
            new NamespacesHaveOneOwner(),
            new PlaintextIsDeclared(),
            new ReferencesResolve(),
            new RouterFindsItsWay(),
            new SelectorsAreDistinct(),
            new ValuesAreWellFormed());

    private Rules() {}

    /** Runs every rule. */
    public static void check(MeshModel model, Problems problems) {
        ALL.forEach(rule -> rule.check(model, problems));
    }
}
