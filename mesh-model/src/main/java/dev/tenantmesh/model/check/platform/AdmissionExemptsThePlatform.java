package dev.tenantmesh.model.check.platform;

import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.platform.Admission;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.Set;

/** Whoever admission does not ask is the platform: somebody, not everybody, and no tenant. */
public final class AdmissionExemptsThePlatform implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Platform platform : model.platforms()) {
            Admission admission = platform.admission();
            if (admission != null) {
                check(admission.exempt(), model, problems);
            }
        }
    }

    private static void check(Admission.Exempt exempt, MeshModel model, Problems problems) {
        if (exempt.groups().isEmpty() && exempt.serviceAccounts().isEmpty()) {
            report(
                    problems,
                    model.origins().of(exempt),
                    "",
                    "Nobody is exempt, so that nobody could apply these manifests.",
                    "Name the service account of the tool that does.");
        }
        Set<String> owners = model.tenants().stream()
                .flatMap(tenant -> tenant.owners().stream())
                .map(owner -> owner.group())
                .collect(java.util.stream.Collectors.toSet());
        for (int i = 0; i < exempt.groups().size(); i++) {
            String group = exempt.groups().get(i);
            Origin origin = model.origins().of(exempt, "groups", i);
            if (isOfMany(group)) {
                report(
                        problems,
                        origin,
                        group,
                        "Everybody on the cluster, or every pod of a namespace or more, is in this group.",
                        "Name the group of the platform team.");
            } else if (owners.contains(group)) {
                report(
                        problems,
                        origin,
                        group,
                        "The group owns a tenant, and would not be asked there.",
                        "Name a group of the platform team that owns none.");
            }
        }
        MeshIndex index = new MeshIndex(model.tenants());
        exempt.serviceAccounts().stream()
                .filter(account -> index.member(account.namespace()).isPresent())
                .forEach(account -> report(
                        problems,
                        model.origins().of(account),
                        account.namespace() + "/" + account.name(),
                        "Whoever owns the namespace of a service account can act in its name, and this is a tenant's.",
                        "Run the tool in a namespace of the platform."));
    }

    private static boolean isOfMany(String group) {
        return OwnersAreSomebody.EVERYBODY.contains(group) || group.startsWith("system:serviceaccounts:");
    }

    private static void report(Problems problems, Origin origin, String value, String why, String fix) {
        problems.error(ProblemCode.ADMISSION_EXEMPTS, origin, value, why, fix);
    }
}
