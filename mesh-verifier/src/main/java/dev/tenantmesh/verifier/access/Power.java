package dev.tenantmesh.verifier.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody may do through the API server that bears on who reaches whom, or on who may change it.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/">RBAC good practices</a>
 */
public enum Power {
    /** Opens or closes the network of a namespace: policies add up, so one more opens what all others close. */
    NETWORK_POLICIES("write NetworkPolicies", on("networking.k8s.io", "networkpolicies")),
    /** Lets plaintext in. */
    PEER_AUTHENTICATIONS("write PeerAuthentications", on("security.istio.io", "peerauthentications")),
    /** Admits identities. */
    AUTHORIZATION_POLICIES("write AuthorizationPolicies", on("security.istio.io", "authorizationpolicies")),
    /** Tells proxies of the namespace, and of others, where requests go. */
    PROXY_CONFIGURATION(
            "write objects that configure proxies",
            on("networking.istio.io", "*"),
            on("extensions.istio.io", "*"),
            on("telemetry.istio.io", "*")),
    /** Asks routers and gateways to lead here. */
    EXPOSURE(
            "write Ingresses, Routes and routes of the Gateway API",
            on("networking.k8s.io", "ingresses"),
            on("route.openshift.io", "routes"),
            on("gateway.networking.k8s.io", "*")),
    /** Runs pods, with labels and service accounts of its choice. */
    WORKLOADS(
            "run pods",
            on("", "pods"),
            on("", "replicationcontrollers"),
            on("apps", "*"),
            on("batch", "*"),
            on("apps.openshift.io", "*")),
    /** Is inside pods that run, past policies and proxies. */
    RUNNING_PODS(
            "go into pods that run",
            new Act("", Set.of("pods/exec", "pods/attach", "pods/portforward", "pods/proxy"), Act.ANY_VERB),
            on("", "pods/ephemeralcontainers")),
    /** Reads keys. */
    SECRETS("read Secrets", new Act("", Set.of("secrets"), Set.of("get", "list", "watch"))),
    /** Acts in the name of others. */
    IDENTITIES(
            "ask for tokens of service accounts, and act as others",
            new Act("", Set.of("serviceaccounts/token"), Set.of("create")),
            new Act("", Set.of("users", "groups", "serviceaccounts"), Set.of("impersonate"))),
    /** Sends the clients of any Service elsewhere. */
    ENDPOINTS("write the endpoints of Services", on("", "endpoints"), on("discovery.k8s.io", "endpointslices")),
    /** Gives rights to others. */
    ROLES(
            "give roles",
            on("rbac.authorization.k8s.io", "*"),
            new Act("rbac.authorization.k8s.io", Set.of("*"), Set.of("escalate", "bind"))),
    /** Changes the labels of namespaces, by which meshes and policies know them. */
    NAMESPACES("write Namespaces", on("", "namespaces")),
    /** Asks that a namespace joins a mesh. */
    MEMBERSHIP("write ServiceMeshMembers", on("maistra.io", "servicemeshmembers")),
    /** Lets namespaces join a mesh. */
    MESH_USE("use control planes", new Act("maistra.io", Set.of("servicemeshcontrolplanes"), Set.of("use"))),
    /** Changes a control plane and its roll. */
    CONTROL_PLANES(
            "write control planes and their member rolls",
            on("maistra.io", "servicemeshcontrolplanes"),
            on("maistra.io", "servicemeshmemberrolls"),
            on("sailoperator.io", "*"));

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that nobody changes
    private final List<Act> acts;

    Power(String title, Act... acts) {
        this.title = title;
        this.acts = List.of(acts);
    }

    /** What somebody may do who has it, such as {@code write NetworkPolicies}. */
    public String title() {
        return title;
    }

    /** Every power that a rule gives; a rule for some named objects gives it, too. */
    static Set<Power> of(AccessRule rule) {
        EnumSet<Power> given = EnumSet.noneOf(Power.class);
        Arrays.stream(values())
                .filter(power -> power.acts.stream().anyMatch(rule::allows))
                .forEach(given::add);
        return Collections.unmodifiableSet(given);
    }

    private static Act on(String group, String resource) {
        return new Act(group, Set.of(resource), Act.WRITES);
    }

    /**
     * Something that is done to objects.
     *
     * @param group of which API group; {@code *}: of whichever
     * @param resources to these; {@code *}: to all of the group
     * @param verbs by any of these
     */
    record Act(String group, Set<String> resources, Set<String> verbs) {

        static final Set<String> WRITES = Set.of("create", "update", "patch", "delete", "deletecollection");
        static final Set<String> ANY_VERB = Set.of("get", "create", "update", "patch", "delete");

        Act {
            resources = Set.copyOf(resources);
            verbs = Set.copyOf(verbs);
        }
    }
}
