package dev.tenantmesh.generator.plan.gateway;

import dev.tenantmesh.generator.plan.member.GatewaySize;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.plan.member.Pods;
import dev.tenantmesh.generator.platform.PlatformProfile.Membership;
import dev.tenantmesh.generator.platform.Target;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Plans the pods of gateways: proxies that the control plane injects into otherwise empty pods.
 *
 * @see <a href="https://istio.io/latest/docs/setup/additional-setup/gateway/">installing gateways</a>
 */
public final class GatewayWorkloads {

    private final Target target;
    private final Members members;

    public GatewayWorkloads(Target target, Members members) {
        this.target = target;
        this.members = members;
    }

    /**
     * What a gateway consists of.
     *
     * @param namespace where it stands
     * @param name its name, and that of all its parts
     * @param entry its model entry
     */
    public record Place(MemberNamespace namespace, String name, String entry) {}

    /**
     * The pods of one gateway.
     *
     * @param readsSecrets whether it serves a certificate of its namespace; then its service account may read all of
     *     them, since Istio asks whether it may list Secrets
     */
    public GatewayWorkloadPlan plan(
            Place place, Pods pods, GatewaySize size, ServicePlan service, boolean readsSecrets) {
        MemberNamespace namespace = place.namespace();
        SortedMap<String, String> labels = new TreeMap<>(pods.labels());
        labels.putAll(injection());
        return new GatewayWorkloadPlan(
                members.heading(namespace, place.name(), place.entry(), "runs the gateway"),
                pods.labels(),
                labels,
                size.replicas(),
                size.resources(),
                service,
                "",
                readsSecrets
                        ? Optional.of(members.heading(
                                namespace,
                                place.name() + "-secrets",
                                place.entry(),
                                "the gateway gets its certificates from Secrets of its own namespace"))
                        : Optional.empty());
    }

    /** What pods ask a proxy by: the revision of their mesh, or, where that has no name of its own, any. */
    private Map<String, String> injection() {
        String revision = target.revision(members.mesh());
        return target.profile().membership() == Membership.MEMBER_ROLL || revision.equals("default")
                ? Map.of("sidecar.istio.io/inject", "true")
                : Map.of("istio.io/rev", revision);
    }
}
