package dev.tenantmesh.model.check.gateway;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Quantity;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.gateway.Resources;
import dev.tenantmesh.model.gateway.Resources.Amounts;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.yaml.Origins;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A gateway has a pod at least, no more at least than at most, and asks for no more than it may use.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/">resources of containers</a>
 */
public final class GatewaySizesAreSound implements Rule {

    private static final int MOST = 1_000;

    @Override
    public void check(MeshModel model, Problems problems) {
        Check check = new Check(model.origins(), problems);
        AnyGateway.of(model).forEach(gateway -> check.size(gateway.replicas(), gateway.resources()));
        model.meshes().stream()
                .flatMap(mesh -> mesh.egressGateways().stream())
                .forEach(gateway -> check.size(gateway.replicas(), gateway.resources()));
        model.tenants().stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .map(TenantNamespace::waypoint)
                .flatMap(Stream::ofNullable)
                .forEach(waypoint -> check.size(waypoint.replicas(), waypoint.resources()));
        model.meshes().stream()
                .flatMap(mesh -> Stream.ofNullable(mesh.multiCluster()))
                .forEach(multi -> {
                    Stream.ofNullable(multi.eastWest())
                            .forEach(gateway -> check.size(gateway.replicas(), gateway.resources()));
                    Stream.ofNullable(multi.gateway())
                            .forEach(gateway -> check.size(gateway.replicas(), gateway.resources()));
                });
    }

    private record Check(Origins origins, Problems problems) {

        void size(@Nullable Replicas replicas, @Nullable Resources resources) {
            if (replicas != null) {
                replicas(replicas);
            }
            if (resources != null) {
                resources(resources);
            }
        }

        private void replicas(Replicas replicas) {
            if (replicas.min() < 1 || replicas.min() > MOST) {
                report(
                        origins.of(replicas, "min"),
                        String.valueOf(replicas.min()),
                        "A gateway has between 1 and " + MOST + " pods.",
                        "Write 1 or more; 2 outlive the loss of a node.");
            } else if (replicas.max() < replicas.min() || replicas.max() > MOST) {
                report(
                        origins.of(replicas, "max"),
                        String.valueOf(replicas.max()),
                        "There are at least " + replicas.min() + " pods, says " + origins.of(replicas, "min")
                                + ", and at most " + MOST + ".",
                        "Write " + replicas.min() + " or more.");
            }
        }

        private void resources(Resources resources) {
            Amounts requests = resources.allRequests();
            Amounts limits = resources.allLimits();
            if (isBelow(limits.cpu(), requests.cpu(), Quantity::cpu)) {
                report(resources, "cpu", requests.cpu(), limits.cpu());
            }
            if (isBelow(limits.memory(), requests.memory(), Quantity::memory)) {
                report(resources, "memory", requests.memory(), limits.memory());
            }
        }

        private static boolean isBelow(
                @Nullable String limit, @Nullable String request, Function<String, Optional<Quantity>> amount) {
            Optional<Quantity> least = Optional.ofNullable(request).flatMap(amount);
            Optional<Quantity> most = Optional.ofNullable(limit).flatMap(amount);
            return least.isPresent() && most.isPresent() && most.get().isBelow(least.get());
        }

        private void report(Resources resources, String key, @Nullable String request, @Nullable String limit) {
            report(
                    resources.requests() == null
                            ? origins.of(resources, "limits")
                            : origins.of(resources.requests(), key),
                    String.valueOf(request),
                    "The pod would ask for more " + key + " than the " + limit + " it may use, and be refused.",
                    "Ask for less, or raise the limit.");
        }

        private void report(Origin origin, String written, String why, String fix) {
            problems.error(ProblemCode.GATEWAY_SIZE, origin, written, why, fix);
        }
    }
}
