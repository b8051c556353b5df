package dev.tenantmesh.model.check.ownership;

import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshIndex.Member;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.gateway.Route;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.SharedGatewayUse;
import dev.tenantmesh.model.tenant.Tenant;

/**
 * What an Export has the platform's gateways do is about its own tenant. References that lead nowhere are otherwise left
 * to the project of whoever wrote them; these are rendered with the platform, and would be left out without a word.
 */
public final class ExportsAskForTheirOwn implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        MeshIndex index = new MeshIndex(model.tenants());
        model.tenants().stream()
                .filter(tenant -> !model.renders(tenant))
                .forEach(tenant -> new Check(tenant, index, model, problems).run());
    }

    private record Check(Tenant tenant, MeshIndex index, MeshModel model, Problems problems) {

        void run() {
            tenant.sharedGateways().forEach(this::checkUse);
            tenant.externals().stream()
                    .flatMap(external -> external.from().stream())
                    .filter(client -> !isOwn(client))
                    .forEach(client ->
                            report(ProblemCode.INVALID_EXTERNAL, client, "namespace", named(client), "no workload"));
        }

        private void checkUse(SharedGatewayUse use) {
            use.routes().stream()
                    .map(Route::to)
                    .filter(to -> !isOwn(to))
                    .forEach(to -> report(
                            ProblemCode.NOT_ALLOWED_HERE,
                            to,
                            "namespace",
                            to.namespace() + "/" + to.service() + ":" + to.port(),
                            "no port of a Service"));
            String delegate = use.namespace();
            if (delegate != null && index.member(tenant.name(), delegate).isEmpty()) {
                report(ProblemCode.NOT_ALLOWED_HERE, use, "namespace", delegate, "no namespace");
            }
        }

        private boolean isOwn(Route.Destination to) {
            return index.member(tenant.name(), to.namespace())
                    .flatMap(member -> member.service(to.service()))
                    .flatMap(offer -> offer.port(to.port()))
                    .isPresent();
        }

        private boolean isOwn(External.Client client) {
            Member member = index.member(tenant.name(), client.namespace()).orElse(null);
            return member != null
                    && (client.workload() == null
                            || member.workload(client.workload()).isPresent());
        }

        private static String named(External.Client client) {
            return client.workload() == null ? client.namespace() : client.namespace() + "/" + client.workload();
        }

        private void report(ProblemCode code, Record at, String key, String written, String what) {
            problems.error(
                    code,
                    model.origins().of(at, key),
                    written,
                    "The Export of tenant '" + tenant.name() + "' asks the platform's gateways for it, and it is "
                            + what + " of that tenant.",
                    "Have the tenant correct its document, and export it anew.");
        }
    }
}
