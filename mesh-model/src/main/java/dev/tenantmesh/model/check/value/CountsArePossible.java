package dev.tenantmesh.model.check.value;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.capacity.Capacity;
import dev.tenantmesh.model.capacity.Load;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.yaml.Origins;
import org.jspecify.annotations.Nullable;

/**
 * What is counted is not less than nothing, and not more than a cluster can have.
 *
 * @see <a href="https://kubernetes.io/docs/setup/best-practices/cluster-large/">large clusters</a>
 */
public final class CountsArePossible implements Rule {

    private static final int MOST_NODES = 5_000;
    private static final int MOST_PODS_OF_A_NODE = 2_500;
    private static final int MOST_PODS = 150_000;
    private static final int MOST_REQUESTS = 100_000_000;

    @Override
    public void check(MeshModel model, Problems problems) {
        Check check = new Check(model.origins(), problems);
        model.platforms().stream().map(Platform::capacity).forEach(check::capacity);
        model.tenants().stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .flatMap(namespace -> namespace.workloads().stream())
                .forEach(check::workload);
    }

    private record Check(Origins origins, Problems problems) {

        void capacity(@Nullable Capacity capacity) {
            if (capacity != null) {
                within(1, MOST_NODES, capacity.nodes(), origins.of(capacity, "nodes"));
                within(1, MOST_PODS_OF_A_NODE, capacity.podsPerNode(), origins.of(capacity, "podsPerNode"));
            }
        }

        void workload(Workload workload) {
            Replicas replicas = workload.replicas();
            Load load = workload.load();
            if (replicas != null) {
                within(0, MOST_PODS, replicas.min(), origins.of(replicas, "min"));
                if (replicas.scales()) {
                    within(Math.max(0, replicas.min()), MOST_PODS, replicas.max(), origins.of(replicas, "max"));
                }
            }
            if (load != null) {
                within(0, MOST_REQUESTS, load.requestsPerSecond(), origins.of(load, "requestsPerSecond"));
            }
        }

        private void within(int least, int most, @Nullable Integer count, Origin origin) {
            if (count != null && (count < least || count > most)) {
                problems.error(
                        ProblemCode.INVALID_COUNT,
                        origin,
                        count.toString(),
                        "There can be " + least + " to " + most + " here.",
                        "Write a number between the two.");
            }
        }
    }
}
