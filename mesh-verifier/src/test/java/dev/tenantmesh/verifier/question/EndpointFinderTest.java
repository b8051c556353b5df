package dev.tenantmesh.verifier.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Pod;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointFinderTest {

    private static final String MANIFESTS = """
            {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: shop}}}
            ---
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {template: {metadata: {labels: {app: web}}}}}
            ---
            {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db, namespace: shop}}
            ---
            {apiVersion: apps/v1, kind: DaemonSet, metadata: {name: db, namespace: shop}}
            """;

    private final Problems problems = new Problems();
    private final MeshVerifier verifier =
            MeshVerifier.of(ManifestLoader.read("shop.yaml", MANIFESTS, problems), ClusterProfile.KUBERNETES, problems);

    private Optional<Endpoint> find(String written) {
        return new EndpointFinder(verifier.world(), problems).find("mesh.from", written);
    }

    @Test
    void a_workload_by_its_name_and_its_kind() {
        assertThat(find("shop/web")).map(Endpoint::id).contains("shop/web");
        assertThat(find("shop/StatefulSet/db")).map(end -> ((Pod) end).kind()).contains("StatefulSet");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void a_pod_that_nobody_declared_has_the_labels_of_its_namespace() {
        // When
        Pod pod = (Pod) find("shop/app=other,tier=a").orElseThrow();

        // Then
        assertThat(pod.labels()).containsEntry("app", "other").containsEntry("tier", "a");
        assertThat(pod.namespace().labels()).containsEntry("team", "shop");
        assertThat(find("elsewhere/"))
                .map(end -> ((Pod) end).labels().isEmpty())
                .contains(true);
    }

    @Test
    void addresses_and_nodes() {
        assertThat(find("203.0.113.7")).get().isInstanceOf(External.class);
        assertThat(find("2001:db8::/32")).get().isInstanceOf(External.class);
        assertThat(find("node")).contains(HostProcess.OTHER_NODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop", "/web", "shop/=a"})
    void what_names_nobody_is_said(String written) {
        assertThat(find(written)).isEmpty();
        assertThat(problems.sorted())
                .extracting(problem -> problem.code())
                .containsExactly(ProblemCode.SETTING_INVALID);
    }

    @Test
    void a_name_that_is_nearly_right_is_asked_back() {
        assertThat(find("shop/wep")).isEmpty();
        assertThat(problems.sorted()).hasSize(1);
        assertThat(problems.sorted().get(0).fix()).startsWith("Did you mean 'shop/web'?");
    }

    @Test
    void a_name_of_two_is_not_guessed_at() {
        assertThat(find("shop/db")).isEmpty();
        assertThat(problems.sorted().get(0).why())
                .isEqualTo("Several workloads have this name: shop/DaemonSet/db, shop/StatefulSet/db.");
    }
}
