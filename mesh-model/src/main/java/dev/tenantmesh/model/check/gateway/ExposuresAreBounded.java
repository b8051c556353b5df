package dev.tenantmesh.model.check.gateway;

import dev.tenantmesh.model.Cidr;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.Exposure.Termination;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;
import java.util.stream.Stream;

/** What an exposure says belongs to its type, and who may come is neither everybody by accident nor the cluster itself. */
public final class ExposuresAreBounded implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        AnyGateway.of(model).forEach(gateway -> new Check(gateway, model, problems).run());
    }

    private record Check(AnyGateway gateway, MeshModel model, Problems problems) {

        void run() {
            checkEdge();
            checkCertificate();
            checkRanges();
            checkClients();
        }

        private Exposure exposure() {
            return gateway.exposure();
        }

        private void checkEdge() {
            if (exposure().isPlaintext() && exposure().reason() == null) {
                report(
                        origin("termination"),
                        "edge",
                        "Requests cross the cluster in plaintext, and nothing says why that must be.",
                        "Add `reason:`, or let the router reencrypt or pass TLS through.");
            } else if (!exposure().isPlaintext() && exposure().reason() != null) {
                report(origin("reason"), "reason", "Nothing is loosened here.", "Remove the key.");
            }
        }

        private void checkCertificate() {
            boolean reencrypts = exposure().terminates() == Termination.REENCRYPT;
            if (exposure().destinationCACertificate() != null && !reencrypts) {
                report(
                        origin("destinationCACertificate"),
                        "destinationCACertificate",
                        "Only a router that reencrypts looks at the gateway's certificate.",
                        "Remove the key, or set `termination: reencrypt`.");
            }
            if (exposure().destinationCACertificate() == null && reencrypts && !gateway.generated()) {
                report(
                        origin("termination"),
                        "reencrypt",
                        "The router trusts certificates of the cluster's own authority, which makes one for a Service"
                                + " that asks for it, and this Service is made elsewhere.",
                        "Add `destinationCACertificate`, or let the gateway be generated.");
            }
        }

        private void checkRanges() {
            List<String> ranges = exposure().sourceRanges();
            if (!ranges.isEmpty()
                    && exposure().type() != Exposure.Type.LOAD_BALANCER
                    && exposure().type() != Exposure.Type.NODE_PORT) {
                report(
                        origin("sourceRanges"),
                        Spelling.of(exposure().type()),
                        "Only a load balancer and a node port have clients with addresses of their own.",
                        "Remove `sourceRanges`, or choose another type.");
                return;
            }
            for (int i = 0; i < ranges.size(); i++) {
                Origin origin = model.origins().of(exposure(), "sourceRanges", i);
                Cidr.parse(ranges.get(i)).ifPresent(range -> checkRange(range, origin));
            }
        }

        private void checkRange(Cidr range, Origin origin) {
            if (range.prefix() == 0) {
                report(
                        origin,
                        range.toString(),
                        "These are all addresses there are.",
                        "Leave `sourceRanges` out if everyone may come.");
                return;
            }
            List<Platform> clusters = model.platforms().stream()
                    .flatMap(platform -> platform.inEachCluster().stream())
                    .toList();
            for (Platform platform : clusters) {
                Stream.of(platform.network().podCIDRs(), platform.network().serviceCIDRs())
                        .flatMap(List::stream)
                        .filter(ours -> Cidr.parse(ours).filter(range::overlaps).isPresent())
                        .forEach(ours -> report(
                                origin,
                                range.toString(),
                                "The range overlaps " + ours + ", the pods or Services of platform '" + platform.name()
                                        + "', and network plugins disagree on what that admits.",
                                "Name only addresses outside the cluster; split the range where it must be."));
            }
        }

        private void checkClients() {
            if (exposure().type() != Exposure.Type.CLUSTER_IP
                    && !exposure().clients().isEmpty()) {
                report(
                        origin("clients"),
                        Spelling.of(exposure().type()),
                        "Only of a cluster IP it can be said which pods may come.",
                        "Remove `clients`, or set `type: cluster-ip`.");
            } else if (exposure().type() == Exposure.Type.CLUSTER_IP
                    && exposure().clients().isEmpty()) {
                report(
                        origin("type"),
                        "cluster-ip",
                        "Nobody is named, and nobody could come.",
                        "List who may come under `clients`.");
            }
        }

        private Origin origin(String key) {
            return model.origins().of(exposure(), key);
        }

        private void report(Origin origin, String written, String why, String fix) {
            problems.error(ProblemCode.INVALID_EXPOSURE, origin, written, why, fix);
        }
    }
}
