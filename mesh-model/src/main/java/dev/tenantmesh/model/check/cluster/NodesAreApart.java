package dev.tenantmesh.model.check.cluster;

import dev.tenantmesh.model.Cidr;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses of nodes are those of no pod and no Service: what is open to nodes would be open to them, too. That can be told
 * only where these are known.
 */
public final class NodesAreApart implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        Check check = new Check(model, problems);
        for (Platform platform : model.platforms()) {
            Network network = platform.network();
            if (platform.clusters().isEmpty()) {
                check.apart(network, new Addresses(network.nodeCIDRs(), network.podCIDRs(), network.serviceCIDRs()));
            }
            for (Cluster cluster : platform.clusters()) {
                check.apart(cluster, new Addresses(cluster.nodeCIDRs(), cluster.podCIDRs(), cluster.serviceCIDRs()));
            }
        }
    }

    record Addresses(List<String> nodes, List<String> pods, List<String> services) {}

    record Check(MeshModel model, Problems problems) {

        void apart(Record where, Addresses addresses) {
            if (!addresses.nodes().isEmpty()
                    && (addresses.pods().isEmpty() || addresses.services().isEmpty())) {
                problems.error(
                        ProblemCode.NODES_NOT_APART,
                        model.origins().of(where, "nodeCIDRs"),
                        "",
                        "Whether these are addresses of nodes alone is not known.",
                        "List podCIDRs and serviceCIDRs beside them.");
            }
            for (int i = 0; i < addresses.nodes().size(); i++) {
                apart(where, i, addresses);
            }
        }

        private void apart(Record where, int index, Addresses addresses) {
            String nodes = addresses.nodes().get(index);
            Stream.concat(addresses.pods().stream(), addresses.services().stream())
                    .filter(other -> overlap(nodes, other))
                    .findFirst()
                    .ifPresent(other -> problems.error(
                            ProblemCode.NODES_NOT_APART,
                            model.origins().of(where, "nodeCIDRs", index),
                            nodes,
                            "It overlaps " + other + ", where pods and Services are, and what is open to nodes would be"
                                    + " open to them.",
                            "Write the addresses of nodes alone; leave nodeCIDRs out where the network plugin shows"
                                    + " nodes under addresses of pods."));
        }

        private static boolean overlap(String one, String other) {
            return Cidr.parse(one)
                    .filter(cidr -> Cidr.parse(other).filter(cidr::overlaps).isPresent())
                    .isPresent();
        }
    }
}
