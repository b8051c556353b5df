package dev.tenantmesh.model.check.external;

import dev.tenantmesh.model.Cidr;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.platform.ClosedAddresses;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.List;
import java.util.stream.Stream;

/** The addresses of an external are outside the cluster, and a range that nobody can survey has a reason. */
public final class ExternalsLeaveTheCluster implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Tenant tenant : model.tenants()) {
            for (External external : tenant.externals()) {
                Check check = new Check(external, model, problems);
                check.knowsTheClusters();
                for (int i = 0; i < external.cidrs().size(); i++) {
                    Origin origin = model.origins().of(external, "cidrs", i);
                    Cidr.parse(external.cidrs().get(i)).ifPresent(range -> check.range(range, origin));
                }
            }
        }
    }

    private record Check(External external, MeshModel model, Problems problems) {

        private Stream<Platform> clusters() {
            return model.platforms().stream().flatMap(platform -> platform.inEachCluster().stream());
        }

        /** Nothing can be told apart from addresses that nobody wrote down. */
        void knowsTheClusters() {
            for (Platform platform : clusters().toList()) {
                Network network = platform.network();
                if (network.podCIDRs().isEmpty() || network.serviceCIDRs().isEmpty()) {
                    problems.error(
                            ProblemCode.EXTERNAL_OVERLAPS_CLUSTER,
                            model.origins().of(external, "cidrs"),
                            external.name(),
                            "Platform '" + platform.name() + "' does not list all addresses of its own, so these could"
                                    + " be among them.",
                            "The platform team lists podCIDRs and serviceCIDRs under `network`.");
                }
            }
        }

        void range(Cidr range, Origin origin) {
            if (ClosedAddresses.isWide(range) && external.reason() == null) {
                problems.error(
                        ProblemCode.WIDE_EXTERNAL,
                        origin,
                        range.toString(),
                        "The range is wider than " + (range.bits() == 32 ? "/16" : "/32") + ", and says hardly more"
                                + " than 'anywhere'.",
                        "Name the addresses of the host, or add `reason:` to the external.");
            }
            overlaps(range, ClosedAddresses.everywhere(), origin, "addresses that are no other host's anywhere");
            clusters()
                    .forEach(platform -> overlaps(
                            range,
                            ClosedAddresses.of(platform.network()),
                            origin,
                            "addresses of platform '" + platform.name() + "' itself"));
        }

        /** A wide range may hold closed ones, since they are left out of it. */
        private void overlaps(Cidr range, List<Cidr> closed, Origin origin, String whose) {
            closed.stream()
                    .filter(one -> one.contains(range) || (range.contains(one) && !ClosedAddresses.isWide(range)))
                    .forEach(one -> problems.error(
                            ProblemCode.EXTERNAL_OVERLAPS_CLUSTER,
                            origin,
                            range.toString(),
                            "The range overlaps " + one + ", " + whose + ".",
                            "Use the addresses of the host; for a peer inside the cluster ask for a grant."));
        }
    }
}
