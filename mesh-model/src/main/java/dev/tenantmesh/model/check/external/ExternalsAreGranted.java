package dev.tenantmesh.model.check.external;

import dev.tenantmesh.model.Cidr;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.platform.ExternalGrant;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.TenantGrant;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.ExternalTls;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A tenant leaves the cluster only for hosts, at addresses, that every platform grants it. */
public final class ExternalsAreGranted implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Tenant tenant : model.tenants()) {
            for (External external : tenant.externals()) {
                model.platforms().forEach(platform -> check(platform, tenant, external, model, problems));
            }
        }
    }

    private static void check(Platform platform, Tenant tenant, External external, MeshModel model, Problems problems) {
        List<ExternalGrant> granted = grants(platform, tenant);
        List<ExternalGrant> forHost = granted.stream()
                .filter(grant -> grant.grantsHost(external.host()))
                .toList();
        UnaryOperator<String> why = what -> "Platform '" + platform.name() + "' grants tenant '" + tenant.name() + "' "
                + what + " (" + place(platform, tenant, model) + ").";
        if (forHost.isEmpty()) {
            List<String> hosts = granted.stream().map(ExternalGrant::host).toList();
            problems.error(
                    ProblemCode.EXTERNAL_NOT_GRANTED,
                    model.origins().of(external, "host"),
                    external.host(),
                    why.apply(hosts.isEmpty() ? "no external hosts" : "only the external hosts " + join(hosts)),
                    "Use a granted host, or have the platform team extend `externals` of the grant.");
            return;
        }
        checkCredential(external, forHost, why, model, problems);
        String known =
                join(forHost.stream().flatMap(grant -> grant.cidrs().stream()).toList());
        for (int i = 0; i < external.cidrs().size(); i++) {
            Origin origin = model.origins().of(external, "cidrs", i);
            Cidr.parse(external.cidrs().get(i))
                    .filter(cidr -> forHost.stream().noneMatch(grant -> grant.grantsAddresses(cidr)))
                    .ifPresent(cidr -> problems.error(
                            ProblemCode.EXTERNAL_NOT_GRANTED,
                            origin,
                            cidr.toString(),
                            why.apply("for this host "
                                    + (known.isEmpty() ? "no addresses" : "only the addresses " + known)),
                            "Use granted addresses, or have the platform team extend `cidrs` of the grant."));
        }
    }

    /** Whoever may name a Secret of a gateway that others use, too, shows the outside whose certificate is in it. */
    private static void checkCredential(
            External external,
            List<ExternalGrant> forHost,
            UnaryOperator<String> why,
            MeshModel model,
            Problems problems) {
        ExternalTls tls = external.tls();
        String name = tls == null ? null : tls.credentialName();
        if (tls != null
                && name != null
                && forHost.stream().noneMatch(grant -> grant.credentialNames().contains(name))) {
            problems.error(
                    ProblemCode.EXTERNAL_NOT_GRANTED,
                    model.origins().of(tls, "credentialName"),
                    name,
                    why.apply("for this host no Secret of this name"),
                    "Have the platform team add it to `credentialNames` of the grant.");
        }
    }

    private static List<ExternalGrant> grants(Platform platform, Tenant tenant) {
        return platform.tenants().stream()
                .filter(grant -> grant.name().equals(tenant.name()))
                .flatMap(grant -> grant.externals().stream())
                .toList();
    }

    private static Origin place(Platform platform, Tenant tenant, MeshModel model) {
        return platform.tenants().stream()
                .filter(grant -> grant.name().equals(tenant.name()))
                .findFirst()
                .map((TenantGrant grant) -> model.origins().of(grant))
                .orElse(model.origins().of(platform, "tenants"));
    }

    private static String join(List<String> texts) {
        return String.join(", ", texts);
    }
}
