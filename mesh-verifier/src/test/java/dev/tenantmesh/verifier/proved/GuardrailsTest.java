package dev.tenantmesh.verifier.proved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.load.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the platform keeps is kept by what it renders: without any of it a claim breaks that says what it was for. */
class GuardrailsTest {

    private static final Path GUARDRAILS = Path.of("..", "examples", "guardrails");

    @ParameterizedTest
    @CsvSource({
        "openshift, mesh-closed, closed-by-administrators/bank",
        "openshift, mesh-tenant-bank, works/",
        "kubernetes, mesh-closed, contained-by-administrators/shop",
        "kubernetes, mesh-tenant-shop, works/"
    })
    void without_a_policy_of_administrators_a_claim_breaks(String platform, String name, String intent) {
        Promised promised = Promised.of(GUARDRAILS, platform);

        List<String> broken =
                broken(promised.without(manifest -> manifest.name().equals(name)));

        assertThat(broken).anyMatch(id -> id.startsWith(intent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openshift", "kubernetes"})
    void without_the_denies_of_both_sides_what_is_denied_rests_on_others(String platform) {
        Promised promised = Promised.of(GUARDRAILS, platform);

        List<String> broken =
                broken(promised.without(manifest -> manifest.name().startsWith("mesh-deny-")));

        assertThat(broken).containsExactly("denied-first/shop-bank-vault", "denied-first/guest-lab-bank");
    }

    @ParameterizedTest
    @CsvSource({
        "openshift, mesh-tenant-shop, priority: 25, priority: 19, denied-first/shop-bank-vault",
        "openshift, mesh-tenant-bank, port: 8080, port: 8081, works/",
        "openshift, mesh-tenant-bank, kubernetes.io/metadata.name: shop-prod, app: shop, works/",
        "openshift, mesh-closed, - shop-prod, - shop-test, closed-by-administrators/shop",
        "openshift, mesh-closed, action: Deny, action: Pass, closed-by-administrators/bank",
        "openshift, mesh-closed, priority: 39, priority: 1, works/",
        "kubernetes, mesh-closed, tier: Admin, tier: Baseline, closed-by-administrators/bank"
    })
    void damage_to_a_policy_of_administrators_is_noticed(
            String platform, String name, String what, String instead, String intent) throws IOException {
        Promised promised = Promised.of(GUARDRAILS, platform);
        Manifest policy = promised.manifests().all().stream()
                .filter(manifest -> manifest.name().equals(name))
                .findFirst()
                .orElseThrow();
        String kind = policy.kind().toLowerCase(Locale.ROOT);
        String text =
                Files.readString(GUARDRAILS.resolve("deploy/" + platform + "/_cluster/" + kind + "-" + name + ".yaml"));
        assertThat(text).contains(what);

        List<String> broken = broken(promised.with(policy, Optional.of(text.replace(what, instead))));

        assertThat(broken).anyMatch(id -> id.startsWith(intent));
    }

    /** ClusterNetworkPolicies bound what goes out even of tenants of whom nothing is refused. */
    @Test
    void addresses_that_are_not_denied_are_open_to_whoever_writes_policies() throws IOException {
        Promised promised = Promised.of(GUARDRAILS, "kubernetes")
                .without(manifest -> manifest.group().equals("admissionregistration.k8s.io"));
        Manifest closed = promised.manifests().all().stream()
                .filter(manifest -> manifest.name().equals("mesh-closed"))
                .findFirst()
                .orElseThrow();
        String text = Files.readString(
                GUARDRAILS.resolve("deploy/kubernetes/_cluster/clusternetworkpolicy-mesh-closed.yaml"));

        assertThat(broken(promised)).doesNotContain("outside-closed/shop");
        assertThat(broken(promised.with(closed, Optional.of(text.replace("- \"::/0\"", "- \"::/1\"")))))
                .contains("outside-closed/shop");
    }

    /** Owners are admin, and yet nothing that they could write breaks what is promised, to others or to themselves. */
    @ParameterizedTest
    @ValueSource(strings = {"openshift", "kubernetes"})
    void owners_cannot_harm_themselves(String platform) {
        assertThat(broken(Promised.of(GUARDRAILS, platform), Level.SELF_HARM)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openshift", "kubernetes"})
    void without_admission_they_open_what_was_closed_to_nodes_and_plaintext(String platform) {
        Promised promised = Promised.of(GUARDRAILS, platform)
                .without(manifest -> manifest.group().equals("admissionregistration.k8s.io"));

        assertThat(broken(promised, Level.SELF_HARM))
                .contains("tenant-closed/bank", "labels-kept/bank", "captured-always/shop");
    }

    @ParameterizedTest
    @CsvSource({
        "mesh-namespaces, labels-kept/bank",
        "mesh-pods, captured-always/bank",
        "mesh-kinds, powers-bounded/bank",
        "mesh-authorization-policies, closed-by-mesh/shop",
        "mesh-network-policies, tenant-closed/bank",
        "mesh-generated, no-plaintext/bank",
        "mesh-services, powers-bounded/shop",
        "mesh-hosts-served, powers-bounded/shop",
        "mesh-hosts-routed, powers-bounded/shop",
        "mesh-hosts-called, powers-bounded/shop"
    })
    void without_what_refuses_a_claim_breaks(String name, String id) {
        Promised promised = Promised.of(GUARDRAILS, "openshift");

        assertThat(broken(
                        promised.without(manifest -> manifest.name().equals(name)
                                && manifest.kind().equals("ValidatingAdmissionPolicyBinding")),
                        Level.SELF_HARM))
                .contains(id);
        assertThat(broken(
                        promised.without(manifest ->
                                manifest.name().equals(name) && manifest.kind().equals("ValidatingAdmissionPolicy")),
                        Level.SELF_HARM))
                .contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "mesh-namespaces, - namespaces/finalize, - namespaces/other, labels-kept/bank",
        "mesh-namespaces, 'oldObject == null ?', 'unheardOf(object) ?', labels-kept/bank",
        "mesh-pods, platform-admins, bank-dev, captured-always/bank",
        "mesh-pods, platform-admins, 'system:serviceaccounts', captured-always/bank",
        "mesh-kinds, - peerauthentications, - others, powers-bounded/bank",
        "mesh-network-policies, 'has(peer.podSelector)', 'true', tenant-closed/bank"
    })
    void damage_to_what_refuses_is_noticed(String name, String what, String instead, String id) throws IOException {
        Promised promised = Promised.of(GUARDRAILS, "openshift");
        Manifest policy = promised.manifests().all().stream()
                .filter(manifest ->
                        manifest.name().equals(name) && manifest.kind().equals("ValidatingAdmissionPolicy"))
                .findFirst()
                .orElseThrow();
        String text = Files.readString(
                GUARDRAILS.resolve("deploy/openshift/_cluster/validatingadmissionpolicy-" + name + ".yaml"));
        assertThat(text).contains(what);

        List<String> broken = broken(promised.with(policy, Optional.of(text.replace(what, instead))), Level.SELF_HARM);

        assertThat(broken).contains(id);
    }

    private static List<String> broken(Promised promised) {
        return broken(promised, Level.HOSTILE_SOURCE);
    }

    private static List<String> broken(Promised promised, Level level) {
        Evidence evidence = promised.evidence(level).orElseThrow();
        return promised.claims().stream()
                .filter(claim -> !claim.judge(evidence).isGood())
                .map(claim -> claim.id())
                .toList();
    }
}
