package dev.tenantmesh.verifier.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * ClusterRoles that are in no manifest: those that Kubernetes ships, with what others add to them. Istio's charts add
 * nothing. The lifecycle manager of operators adds every kind of an operator to {@code edit} and {@code admin}, and the
 * operators of OpenShift Service Mesh bring the kinds of Istio.
 *
 * @param byName what each gives
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles">user-facing roles</a>
 * @see <a href="https://olm.operatorframework.io/docs/concepts/crds/operatorgroup/#rbac">roles that come with operators</a>
 * @see <a href="https://github.com/istio/istio/pull/60293">a proposal that Istio's charts add their own, which was not taken</a>
 */
public record KnownRoles(Map<String, Set<Power>> byName) {

    private static final Set<Power> OF_KUBERNETES = Set.of(
            Power.NETWORK_POLICIES,
            Power.EXPOSURE,
            Power.WORKLOADS,
            Power.RUNNING_PODS,
            Power.SECRETS,
            Power.IDENTITIES);
    private static final Set<Power> OF_OPERATORS = Set.of(
            Power.PEER_AUTHENTICATIONS,
            Power.AUTHORIZATION_POLICIES,
            Power.PROXY_CONFIGURATION,
            Power.MEMBERSHIP,
            Power.CONTROL_PLANES);

    /** Where Istio comes by its charts. */
    public static final KnownRoles KUBERNETES = of(Set.of());

    /** Where the mesh comes by an operator, or it is not known how. */
    public static final KnownRoles WITH_OPERATORS = of(OF_OPERATORS);

    public KnownRoles {
        byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    private static KnownRoles of(Set<Power> added) {
        Set<Power> edit = EnumSet.copyOf(OF_KUBERNETES);
        edit.addAll(added);
        Set<Power> admin = EnumSet.copyOf(edit);
        admin.add(Power.ROLES);
        return new KnownRoles(
                Map.of("view", Set.of(), "edit", edit, "admin", admin, "cluster-admin", EnumSet.allOf(Power.class)));
    }

    /** The same with one more. */
    public KnownRoles with(String name, Set<Power> powers) {
        Map<String, Set<Power>> more = new TreeMap<>(byName);
        more.put(name, Set.copyOf(powers));
        return new KnownRoles(more);
    }

    /** What a ClusterRole gives; empty, if nobody here knows it. */
    public Optional<Set<Power>> powers(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
