package dev.tenantmesh.examples.extension;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.authorization.AuthorizationPlan;
import dev.tenantmesh.generator.plan.authorization.AuthorizationPlan.Action;
import dev.tenantmesh.generator.plan.authorization.AuthorizationRule;
import dev.tenantmesh.generator.plan.namespace.NamespacePlan;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.generator.spi.Additions;
import dev.tenantmesh.generator.spi.ExtraPlanner;
import dev.tenantmesh.model.MeshModel;
import java.util.List;
import java.util.Map;

/**
 * Nobody debugs a JVM over the network: each namespace of a tenant refuses everyone on the port that debuggers listen on,
 * whatever policies the tenant writes beside, since a DENY comes before every ALLOW.
 */
public final class DebugPorts implements ExtraPlanner {

    private static final String NAME = "debug-ports";
    private static final int DEBUGGER = 5005;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Additions plan(MeshModel model, Target target, MeshPlan plan) {
        return new Additions(
                List.of(),
                plan.namespaces().stream()
                        .map(NamespacePlan::heading)
                        .filter(namespace -> namespace.tenant() != null)
                        .map(DebugPorts::refusal)
                        .toList());
    }

    private static AuthorizationPlan refusal(Heading namespace) {
        Heading heading = new Heading(
                namespace.name(),
                "deny-debuggers",
                namespace.mesh(),
                namespace.tenant(),
                "extension/" + NAME,
                "nobody debugs a JVM over the network");
        AuthorizationRule everyone = new AuthorizationRule(
                List.of(), List.of(), List.of(DEBUGGER), List.of(), List.of(), List.of());
        return new AuthorizationPlan(heading, Map.of(), Action.DENY, List.of(everyone));
    }
}
