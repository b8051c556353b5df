package dev.tenantmesh.model.check.gateway;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.check.value.SyntaxCheck;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.yaml.Origins;

/** Labels, account and port are told of existing pods; size is told of pods that are made here. */
public final class GatewaysFitTheirProvision implements Rule {

    private static final String EXISTING =
            "Remove the key, or write `provision: existing` and deploy the gateway yourself.";
    private static final String GENERATED = "Remove the key, or let the gateway be generated.";

    @Override
    public void check(MeshModel model, Problems problems) {
        model.tenants()
                .forEach(tenant ->
                        tenant.gateways().forEach(gateway -> new Check(gateway, model.origins(), problems).run()));
    }

    private record Check(Gateway gateway, Origins origins, Problems problems) {

        void run() {
            if (gateway.isGenerated()) {
                refuse(!gateway.selector().isEmpty(), "selector", "The pods are made here, with labels of our own.");
                refuse(
                        gateway.serviceAccount() != null,
                        "serviceAccount",
                        "The pods get a service account of their own.");
                refuse(gateway.targetPort() != null, "targetPort", "The pods listen on the port they are told to.");
                checkName();
            } else {
                refuse(gateway.replicas() != null, "replicas", "The Deployment is made elsewhere.");
                refuse(gateway.resources() != null, "resources", "The Deployment is made elsewhere.");
            }
        }

        private void refuse(boolean written, String key, String why) {
            if (written) {
                problems.error(
                        ProblemCode.GATEWAY_PROVISION,
                        origins.of(gateway, key),
                        key,
                        why,
                        gateway.isGenerated() ? EXISTING : GENERATED);
            }
        }

        /** The name is also that of its Service. */
        private void checkName() {
            SyntaxCheck.Violation violation = SyntaxCheck.of(Syntax.Of.SERVICE, gateway.name());
            if (violation != null) {
                problems.error(
                        ProblemCode.GATEWAY_PROVISION,
                        origins.of(gateway, "name"),
                        gateway.name(),
                        "The Service before the pods has this name. " + violation.why(),
                        violation.fix());
            }
        }
    }
}
