package dev.tenantmesh.model.check.gateway;

import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Hint;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.gateway.GatewayTls.Mode;
import dev.tenantmesh.model.mesh.AllowedTenant;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.SharedGatewayUse;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tenant serves hosts through a shared gateway only where both sides say so, and keeps its routes only if it may. */
public final class SharedGatewayUsesAreAllowed implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        MeshIndex index = new MeshIndex(model.tenants());
        for (Tenant tenant : model.tenants()) {
            for (SharedGatewayUse use : tenant.sharedGateways()) {
                new Check(tenant, use, index, model, problems).run();
            }
        }
    }

    private record Check(Tenant tenant, SharedGatewayUse use, MeshIndex index, MeshModel model, Problems problems) {

        void run() {
            List<SharedGateway> gateways = model.mesh(tenant.mesh()).stream()
                    .flatMap(mesh -> mesh.gateways().stream())
                    .toList();
            SharedGateway gateway = gateways.stream()
                    .filter(shared -> shared.name().equals(use.gateway()))
                    .findFirst()
                    .orElse(null);
            if (gateway == null) {
                problems.error(
                        ProblemCode.UNKNOWN_REFERENCE,
                        model.origins().of(use, "gateway"),
                        use.gateway(),
                        "There is no shared gateway of this name in mesh '" + tenant.mesh() + "'.",
                        Hint.near(
                                use.gateway(),
                                gateways.stream().map(SharedGateway::name).toList()));
                return;
            }
            AllowedTenant allowed = gateway.allowed(tenant.name()).orElse(null);
            if (allowed == null) {
                problems.error(
                        ProblemCode.NOT_ALLOWED_HERE,
                        model.origins().of(use, "gateway"),
                        use.gateway(),
                        "Tenant '" + tenant.name() + "' is not among the `allowedTenants` of the gateway at "
                                + model.origins().of(gateway, "allowedTenants") + ".",
                        "Have the platform team add it there, or serve the hosts through a gateway of your own.");
                return;
            }
            checkHosts(allowed);
            checkNamespace(gateway, allowed);
        }

        private void checkHosts(AllowedTenant allowed) {
            for (int i = 0; i < use.hosts().size(); i++) {
                String host = use.hosts().get(i);
                if (!allowed.allowsHost(host)) {
                    problems.error(
                            ProblemCode.NOT_ALLOWED_HERE,
                            model.origins().of(use, "hosts", i),
                            host,
                            "The gateway allows tenant '" + tenant.name() + "' only "
                                    + String.join(", ", allowed.hosts()) + ", at "
                                    + model.origins().of(allowed, "hosts") + ".",
                            "Use a host that is allowed there, or have the platform team allow this one.");
                }
            }
        }

        private void checkNamespace(SharedGateway gateway, AllowedTenant allowed) {
            String namespace = use.namespace();
            if (namespace == null) {
                return;
            }
            if (allowed.delegate() == null) {
                problems.error(
                        ProblemCode.NOT_ALLOWED_HERE,
                        model.origins().of(use, "namespace"),
                        namespace,
                        "The gateway keeps the routes of tenant '" + tenant.name() + "' in its own namespace, at "
                                + model.origins().of(allowed) + ".",
                        "Remove the key, or have the platform team add `delegate` there.");
            } else if (index.member(tenant.name(), namespace).isEmpty()) {
                problems.error(
                        ProblemCode.UNKNOWN_REFERENCE,
                        model.origins().of(use, "namespace"),
                        namespace,
                        "There is no namespace of tenant '" + tenant.name() + "' of this name.",
                        Hint.near(
                                namespace,
                                tenant.namespaces().stream()
                                        .map(TenantNamespace::name)
                                        .toList()));
            } else if (mode(gateway, allowed) == Mode.PASSTHROUGH && !gateway.isOfGatewayApi()) {
                problems.error(
                        ProblemCode.INVALID_TLS,
                        model.origins().of(use, "namespace"),
                        namespace,
                        "A gateway that passes TLS through has no requests whose routes it could delegate.",
                        "Remove the key, or have TLS terminated at the gateway.");
            } else if (!gateway.isOfGatewayApi()) {
                warn(namespace);
            }
        }

        private static @Nullable Mode mode(SharedGateway gateway, AllowedTenant allowed) {
            if (allowed.tls() != null) {
                return allowed.tls().mode();
            }
            return gateway.tls() == null ? null : gateway.tls().mode();
        }

        /**
         * A gateway has one identity, whoever wrote the route. In the Gateway API a route leads to Services of other
         * namespaces only where a ReferenceGrant of theirs says so.
         */
        private void warn(String namespace) {
            problems.warning(
                    ProblemCode.ROUTES_DELEGATED,
                    model.origins().of(use, "namespace"),
                    namespace,
                    "Whoever may write routes in this namespace can send requests to every workload that admits the"
                            + " gateway, those of other tenants included.",
                    "Remove the key, so that the routes stand in the gateway's namespace, or give the tenant a gateway of"
                            + " its own.");
        }
    }
}
