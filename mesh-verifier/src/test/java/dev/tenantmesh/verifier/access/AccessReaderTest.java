package dev.tenantmesh.verifier.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.ManifestLoader;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What roles give, and to whom. */
class AccessReaderTest {

    private static final String BINDING = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: b, namespace: red}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: %s, name: %s}
            subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: dev}]
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "networking.k8s.io | networkpolicies | create | NETWORK_POLICIES",
                "networking.k8s.io | '*' | patch | NETWORK_POLICIES EXPOSURE",
                "networking.k8s.io | networkpolicies | get | ''",
                "security.istio.io | authorizationpolicies | delete | AUTHORIZATION_POLICIES",
                "security.istio.io | peerauthentications/status | update | ''",
                "networking.istio.io | envoyfilters | create | PROXY_CONFIGURATION",
                "'' | pods/exec | create | RUNNING_PODS",
                "'' | '*/exec' | get | RUNNING_PODS",
                "apps | deployments | update | WORKLOADS",
                "'' | secrets | list | SECRETS",
                "'' | secrets | create | ''",
                "'' | users | impersonate | IDENTITIES",
                "rbac.authorization.k8s.io | clusterroles | bind | ROLES",
                "maistra.io | servicemeshcontrolplanes | use | MESH_USE",
                "maistra.io | servicemeshmemberrolls | update | CONTROL_PLANES",
                "'' | namespaces | patch | NAMESPACES",
            })
    void a_rule_gives_powers(String group, String resource, String verb, String powers) {
        // When
        Access access = read("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: r, namespace: red}
                rules: [{apiGroups: ["%s"], resources: ["%s"], verbs: ["%s"]}]
                ---
                """.formatted(group, resource, verb) + BINDING.formatted("Role", "r"));

        // Then
        assertThat(access.givenIn("red")).singleElement().satisfies(grant -> {
            assertThat(grant.known()).isTrue();
            assertThat(String.join(" ", grant.powers().stream().map(Power::name).toList()))
                    .isEqualTo(powers);
        });
    }

    @Test
    void a_role_of_the_same_name_elsewhere_is_another() {
        Access access = read("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: r, namespace: blue}
                rules: []
                ---
                """ + BINDING.formatted("Role", "r"));

        assertThat(access.givenIn("red")).singleElement().satisfies(grant -> {
            assertThat(grant.known()).isFalse();
            assertThat(grant.powers()).isEqualTo(EnumSet.allOf(Power.class));
        });
    }

    @Test
    void a_role_that_others_add_to_may_give_anything() {
        Access access = read("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: c}
                aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}
                ---
                """ + BINDING.formatted("ClusterRole", "c"));

        assertThat(access.givenIn("red")).singleElement().matches(grant -> !grant.known());
    }

    @Test
    void what_comes_with_the_cluster_is_known() {
        assertThat(read(BINDING.formatted("ClusterRole", "view")).writable(Set.of("red")))
                .isEqualTo(Writable.NOTHING);
        assertThat(read(BINDING.formatted("ClusterRole", "edit")).writable(Set.of("red")))
                .isEqualTo(new Writable(Set.of("red"), Set.of(), Set.of()));
        assertThat(read(BINDING.formatted("ClusterRole", "unheard-of")).writable(Set.of("red")))
                .isEqualTo(Writable.everything(Set.of("red")));
        assertThat(AccessReader.read(manifests(BINDING.formatted("ClusterRole", "edit")), KnownRoles.WITH_OPERATORS)
                        .writable(Set.of("red", "red-2")))
                .isEqualTo(Writable.everything(Set.of("red")));
    }

    @ParameterizedTest
    @CsvSource({
        "Group, system:authenticated, true",
        "Group, system:serviceaccounts, true",
        "Group, system:serviceaccounts:red, true",
        "Group, system:serviceaccounts:blue, false",
        "Group, platform, false",
        "User, system:serviceaccount:red:web, true",
        "User, system:serviceaccount:blue:web, false",
    })
    void what_holds_everywhere_is_the_owners_where_their_pods_have_it(String kind, String name, boolean theirs) {
        Access access = read("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: everywhere}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
                subjects: [{kind: %s, name: "%s"}]
                """.formatted(kind, name));

        assertThat(access.writable(Set.of("red")).networkPolicies()).isEqualTo(theirs ? Set.of("red") : Set.of());
    }

    private static Access read(String text) {
        return AccessReader.read(manifests(text), KnownRoles.KUBERNETES);
    }

    private static dev.tenantmesh.verifier.load.Manifests manifests(String text) {
        Problems problems = new Problems();
        var manifests = ManifestLoader.read("access.yaml", text, problems);
        problems.throwIfErrors();
        return manifests;
    }
}
