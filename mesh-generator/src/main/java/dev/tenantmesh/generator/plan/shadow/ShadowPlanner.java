package dev.tenantmesh.generator.plan.shadow;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.Rollout;
import dev.tenantmesh.generator.plan.authorization.AuthorizationPlan;
import dev.tenantmesh.generator.plan.mtls.PeerAuthenticationPlan;
import dev.tenantmesh.generator.plan.visibility.SidecarPlan;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.EgressPolicy;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.Shadow;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Turns what would be enforced into what is only tried, in namespaces that are in shadow and nowhere else.
 * AuthorizationPolicies stay as they are and become a dry run: proxies write down and count what they would refuse.
 * NetworkPolicies have no dry run, so those of these namespaces are left out, in both directions; those of others stay, and
 * with them what others let in and where they go. Mutual TLS is taken and not demanded, and proxies are told of everything
 * and let through what they were not told of.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/security/authorization/authz-dry-run/">Dry run</a>
 */
public final class ShadowPlanner {

    /** The AuthorizationPolicy that every namespace has, and no namespace twice. */
    private static final String OF_NAMESPACE = "default-deny";

    private static final List<String> EVERYTHING = List.of("*/*");

    private final Shadow shadow;
    private final MeshPlan enforced;
    private final boolean proxiesBound;

    private ShadowPlanner(Shadow shadow, MeshPlan enforced, boolean proxiesBound) {
        this.shadow = shadow;
        this.enforced = enforced;
        this.proxiesBound = proxiesBound;
    }

    /**
     * The plan of a mesh with its shadow; the same if it has none.
     *
     * @param enforced what holds when every namespace is enforced
     */
    public static MeshPlan plan(MeshModel model, Target target, Mesh mesh, MeshPlan enforced, Problems problems) {
        return mesh.shadowOn(target.platform())
                .map(shadow -> {
                    new ShadowFits(model, target, mesh, shadow, problems).check();
                    EgressPolicy egress = new EffectiveSettings(target.platform(), mesh).egress();
                    return new ShadowPlanner(shadow, enforced, egress != EgressPolicy.ALLOW_ANY).plan();
                })
                .orElse(enforced);
    }

    private MeshPlan plan() {
        return enforced.withPolicies(
                enforced.networkPolicies().stream()
                        .filter(policy -> !isShadow(policy.heading()))
                        .toList(),
                each(enforced.peerAuthentications(), PeerAuthenticationPlan::heading, this::permissive),
                each(
                        enforced.authorizations(),
                        AuthorizationPlan::heading,
                        policy -> Optional.of(policy.tried(because()))),
                Stream.concat(enforced.sidecars().stream().filter(sidecar -> !isShadow(sidecar.heading())), unbound())
                        .toList());
    }

    private boolean isShadow(Heading heading) {
        return shadow.namespaces().contains(heading.namespace());
    }

    private String because() {
        return "in shadow until " + shadow.expires() + " (" + shadow.owner() + ": " + shadow.reason() + ")";
    }

    private <T> List<T> each(List<T> plans, Function<T, Heading> heading, Function<T, Optional<T>> tried) {
        return plans.stream()
                .flatMap(plan -> isShadow(heading.apply(plan)) ? tried.apply(plan).stream() : Stream.of(plan))
                .toList();
    }

    /** One that says no more than that of its namespace says then is left out. */
    private Optional<PeerAuthenticationPlan> permissive(PeerAuthenticationPlan policy) {
        MtlsMode mode = permissive(policy.mode());
        SortedMap<Integer, MtlsMode> ports = new TreeMap<>();
        policy.ports().forEach((port, own) -> {
            if (permissive(own) != mode) {
                ports.put(port, permissive(own));
            }
        });
        boolean ofWorkload = !policy.podLabels().isEmpty();
        if (ofWorkload && ports.isEmpty() && mode == MtlsMode.PERMISSIVE) {
            return Optional.empty();
        }
        Heading heading = policy.heading();
        return Optional.of(new PeerAuthenticationPlan(
                because(heading, heading.name(), "in shadow: plaintext is taken beside mutual TLS"),
                policy.podLabels(),
                mode,
                ports));
    }

    private static MtlsMode permissive(MtlsMode mode) {
        return mode == MtlsMode.STRICT ? MtlsMode.PERMISSIVE : mode;
    }

    /** A mesh that bounds what proxies know or send bounds those in shadow, too, unless a Sidecar says otherwise. */
    private Stream<SidecarPlan> unbound() {
        boolean scoped = enforced.sidecars().stream().map(SidecarPlan::heading).anyMatch(this::isShadow);
        return !scoped && !proxiesBound
                ? Stream.of()
                : enforced.authorizations().stream()
                        .map(AuthorizationPlan::heading)
                        .filter(heading -> isShadow(heading) && heading.name().equals(OF_NAMESPACE))
                        .map(heading -> new SidecarPlan(
                                because(
                                        heading,
                                        "default",
                                        "in shadow: proxies are told of everything, and let through what they are not"
                                                + " told of"),
                                new TreeMap<>(),
                                EVERYTHING,
                                EgressPolicy.ALLOW_ANY));
    }

    private static Heading because(Heading heading, String name, String reason) {
        return new Heading(
                heading.namespace(), name, heading.mesh(), heading.tenant(), heading.entry(), reason, Rollout.OPENS);
    }
}
