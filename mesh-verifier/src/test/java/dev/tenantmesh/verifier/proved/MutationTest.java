package dev.tenantmesh.verifier.proved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.load.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Breaks committed manifests in every way, one at a time: a claim must notice, or the damage is of a kind that has no
 * effect on who reaches whom. All of them are tried in the long suites, and a sample in every build.
 */
class MutationTest {

    private static final Path RETAIL = Path.of("..", "examples", "retail");
    private static final Path MIGRATION = Path.of("..", "examples", "mtls-migration");
    private static final Path BRANCHES = Path.of("..", "examples", "primary-remote");
    private static final Path SHADOW = Path.of("..", "examples", "shadow");
    private static final Path AMBIENT = Path.of("..", "examples", "ambient");
    private static final Path WAYPOINT = Path.of("..", "examples", "waypoint");
    private static final Path CAPACITY = Path.of("..", "examples", "capacity");
    private static final Set<String> QUOTAS = Set.of("ResourceQuota", "LimitRange");
    private static final long SEED = Long.getLong("mesh.seed", 20_261_125L);
    private static final int FEW = Boolean.getBoolean("mesh.thorough") ? Integer.MAX_VALUE : 30;
    private static final int SAMPLE = Boolean.getBoolean("mesh.thorough") ? Integer.MAX_VALUE : 100;

    /** Kinds whose every field is there to close something, or to open exactly what is wanted. */
    private static final Set<String> POLICIES = Set.of("NetworkPolicy", "AuthorizationPolicy", "PeerAuthentication");

    private record Damage(Manifest manifest, String kind, Mutants.Mutant mutant) {

        String object() {
            return manifest.namespace() + "/" + manifest.name();
        }

        @Override
        public String toString() {
            return kind + " " + object() + ": " + mutant.path() + " " + mutant.change();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"istio", "istio-1-18-multus", "openshift-mesh-2", "openshift-mesh-3"})
    void damage_is_noticed(String platform) {
        // Given
        Promised promised = Promised.of(RETAIL, platform);
        List<Claim> claims = promised.claims();
        List<Damage> all = damages(promised);

        // When
        List<String> unnoticed = sample(all).stream()
                .filter(damage -> !isNoticed(promised, damage, claims))
                .map(Damage::toString)
                .toList();

        // Then
        assertThat(all).hasSizeGreaterThan(500);
        assertThat(unnoticed).isEmpty();
    }

    /** Of namespaces, control planes, gateways and routes; what two platforms share is tried on one of them. */
    @ParameterizedTest
    @CsvSource({
        "openshift-mesh-2, ServiceMesh.*",
        "openshift-mesh-3, Gateway|Istio|Namespace|Route|Service|VirtualService",
    })
    void damage_to_configuration_is_noticed(String platform, String kinds) {
        // Given
        Promised promised = Promised.of(RETAIL, platform);
        List<Claim> claims = promised.claims();
        List<Damage> everything = promised.manifests().all().stream()
                .filter(manifest -> manifest.kind().matches(kinds))
                .flatMap(manifest -> damages(manifest).stream())
                .toList();
        List<Damage> all = everything.stream()
                .filter(damage -> !isExcused(ConfigurationWithoutEffect.ALL, damage))
                .toList();

        // When
        List<String> unnoticed = sample(all).stream()
                .filter(damage -> !isNoticed(promised, damage, claims))
                .map(Damage::toString)
                .toList();

        // Then
        assertThat(all).hasSizeGreaterThan(20);
        assertThat(unnoticed).isEmpty();
    }

    /** On the way to mutual TLS, where plaintext is spared, to whom, and where no more is promised. */
    @ParameterizedTest
    @ValueSource(strings = {"stock-db", "stock-prod"})
    void damage_on_the_way_to_mutual_tls_is_noticed(String namespace) {
        // Given
        Promised promised = Promised.of(MIGRATION, "prod");
        List<Claim> claims = promised.claims();
        List<Damage> all = damages(promised).stream()
                .filter(damage -> damage.manifest().namespace().equals(namespace)
                        && !damage.manifest().kind().equals("NetworkPolicy"))
                .toList();

        // When
        List<String> unnoticed = all.stream()
                .filter(damage -> !isNoticed(promised, damage, claims))
                .map(Damage::toString)
                .toList();

        // Then
        assertThat(all).hasSizeGreaterThan(20);
        assertThat(unnoticed).isEmpty();
    }

    /** What is only tried must be what will be enforced, must be only tried, and must leave everybody else as they are. */
    @ParameterizedTest
    @ValueSource(strings = {"stock-prod", "shop-prod"})
    void damage_in_and_beside_a_shadow_is_noticed(String namespace) {
        // Given
        Promised promised = Promised.of(SHADOW, "prod");
        List<Claim> claims = promised.claims();
        List<Damage> all = Stream.concat(damages(promised).stream(), trials(promised))
                .filter(damage -> damage.manifest().namespace().equals(namespace) && !allowsNobody(damage))
                .toList();

        // When
        List<String> unnoticed = all.stream()
                .filter(damage -> !isNoticed(promised, damage, claims))
                .map(Damage::toString)
                .toList();

        // Then
        assertThat(all).hasSizeGreaterThan(10);
        assertThat(unnoticed).isEmpty();
    }

    /** Nobody calls the storefront: its policy says once more what that of its namespace says. */
    private static boolean allowsNobody(Damage damage) {
        return damage.object().equals("shop-prod/allow-storefront");
    }

    /** Every policy that is only tried, carried out. */
    @SuppressWarnings("unchecked")
    private static Stream<Damage> trials(Promised promised) {
        return promised.manifests().all().stream()
                .filter(manifest -> manifest.annotations().containsKey("istio.io/dry-run"))
                .map(manifest -> {
                    Map<String, Object> object = new LinkedHashMap<>((Map<String, Object>) Trees.of(manifest.body()));
                    object.put("metadata", Map.of("name", manifest.name(), "namespace", manifest.namespace()));
                    return new Damage(manifest, "trial", new Mutants.Mutant("metadata", "is carried out", object));
                });
    }

    @ParameterizedTest
    @CsvSource("openshift-mesh-3, (Gateway|HTTPRoute|TLSRoute|ReferenceGrant)")
    void damage_to_the_gateway_api_is_noticed(String platform, String kinds) {
        // Given
        Promised promised = Promised.of(Path.of("..", "examples", "gateway-api"), platform);
        List<Claim> claims = promised.claims();
        List<Damage> all = promised.manifests().all().stream()
                .filter(manifest -> manifest.kind().matches(kinds))
                .flatMap(manifest -> damages(manifest).stream())
                .filter(damage -> !isExcused(GatewayApiWithoutEffect.ALL, damage))
                .toList();

        // When
        List<String> unnoticed = sample(all).stream()
                .filter(damage -> !isNoticed(promised, damage, claims))
                .map(Damage::toString)
                .toList();

        // Then
        assertThat(all).hasSizeGreaterThan(100);
        assertThat(unnoticed).isEmpty();
    }

    /** Where proxies are on nodes, and beside them in pods; the proxies of nodes themselves are part of it. */
    @ParameterizedTest
    @CsvSource({"istio, .*Policy|PeerAuthentication", "openshift-mesh-3, Istio|Namespace|ZTunnel"})
    void damage_to_ambient_is_noticed(String platform, String kinds) {
        // Given
        Promised promised = Promised.of(AMBIENT, platform);
        List<Claim> claims = promised.claims();
        List<Damage> all = promised.manifests().all().stream()
                .filter(manifest -> manifest.kind().matches(kinds) && !isControl(manifest))
                .flatMap(manifest -> damages(manifest).stream())
                .filter(damage ->
                        !isExcused(WithoutEffect.ALL, damage) && !isExcused(ConfigurationWithoutEffect.ALL, damage))
                .toList();

        // When
        List<String> unnoticed = sample(all).stream()
                .limit(FEW)
                .filter(damage -> !isNoticed(promised, damage, claims))
                .map(Damage::toString)
                .toList();

        // Then
        assertThat(all).hasSizeGreaterThan(20);
        assertThat(unnoticed).isEmpty();
    }

    /** Behind a waypoint, and before it; what it lets through, and who goes past it. */
    @ParameterizedTest
    @CsvSource({"istio, .*Policy|PeerAuthentication", "openshift-mesh-3, Gateway|Namespace"})
    void damage_to_waypoints_is_noticed(String platform, String kinds) {
        // Given
        Promised promised = Promised.of(WAYPOINT, platform);
        List<Claim> claims = promised.claims();
        List<Damage> all = promised.manifests().all().stream()
                .filter(manifest ->
                        manifest.kind().matches(kinds) && manifest.namespace().matches("(stock-prod|shop-web)?"))
                .flatMap(manifest -> damages(manifest).stream())
                .filter(damage -> !isExcused(WithoutEffect.ALL, damage)
                        && !isExcused(ConfigurationWithoutEffect.ALL, damage)
                        && !isExcused(WaypointWithoutEffect.ALL, damage))
                .toList();

        // When
        List<String> unnoticed = sample(all).stream()
                .limit(FEW)
                .filter(damage -> !isNoticed(promised, damage, claims))
                .map(Damage::toString)
                .toList();

        // Then
        assertThat(all).hasSizeGreaterThan(20);
        assertThat(unnoticed).isEmpty();
    }

    /** In a primary what is for all clusters, and in a remote one what stands there and what its primary has for it. */
    @ParameterizedTest
    @ValueSource(strings = {"branches/head", "branches/branch"})
    void damage_in_a_primary_and_its_remote_cluster_is_noticed(String cluster) {
        // Given
        Promised promised = Promised.of(BRANCHES, cluster);
        List<Claim> claims = promised.claims();
        List<Damage> all = damages(promised).stream()
                .filter(damage -> !isExcused(ConfigurationWithoutEffect.ALL, damage))
                .filter(damage -> !saysTheSame(damage) && !isOfThePrimaryAlone(promised, damage))
                .toList();

        // When
        List<String> unnoticed = sample(all).stream()
                .filter(damage -> !isNoticed(promised, damage, claims))
                .map(Damage::toString)
                .toList();

        // Then
        assertThat(all).hasSizeGreaterThan(100);
        assertThat(unnoticed).isEmpty();
    }

    /** What proxies ask in a namespace that a remote cluster only holds the name of, they ask in the primary. */
    private static boolean isOfThePrimaryAlone(Promised promised, Damage damage) {
        return !damage.manifest().kind().equals("NetworkPolicy")
                && promised.model()
                        .placement()
                        .filter(where -> promised.model().meshes().stream()
                                .anyMatch(mesh -> where.reserved(mesh)
                                        .contains(damage.manifest().namespace())))
                        .isPresent();
    }

    /**
     * A policy that allows nobody says what the default says; pods without a namespace are those of the policy's own; and a
     * gateway before a control plane goes to it as each proxy does.
     */
    private static boolean saysTheSame(Damage damage) {
        String change = damage.toString();
        return change.startsWith("AuthorizationPolicy shop-prod/allow-till:")
                || change.matches("NetworkPolicy shop-prod/workload-.*namespaceSelector is missing")
                || change.matches("NetworkPolicy retail-istiod/.*: spec.egress.ports has no .*15012.*");
    }

    /** Every bound of a namespace is claimed. */
    @Test
    void damage_to_quotas_is_noticed() {
        // Given
        Promised promised = Promised.of(CAPACITY, "openshift-mesh-3");
        List<Claim> claims = promised.claims().stream()
                .filter(claim -> claim.id().matches("(fair-share|container-limits)/.*"))
                .toList();
        List<Damage> all = promised.manifests().all().stream()
                .filter(manifest -> QUOTAS.contains(manifest.kind()))
                .flatMap(manifest -> damages(manifest).stream())
                .toList();

        // When
        List<String> unnoticed = sample(all).stream()
                .filter(damage -> !isNoticed(promised, damage, claims))
                .map(Damage::toString)
                .toList();

        // Then
        assertThat(all).hasSizeGreaterThan(50);
        assertThat(unnoticed).isEmpty();
    }

    /** What it takes for every kind of damage to be excused once: no excuse is about nothing. */
    @ParameterizedTest
    @ValueSource(strings = "openshift-mesh-3")
    void every_excuse_is_about_something(String platform) {
        Promised promised = Promised.of(RETAIL, platform);
        List<Damage> everything = promised.manifests().all().stream()
                .filter(manifest -> isControl(manifest) || POLICIES.contains(manifest.kind()))
                .flatMap(manifest -> damages(manifest).stream())
                .toList();

        assertThat(WithoutEffect.ALL)
                .allMatch(excuse -> everything.stream()
                        .anyMatch(damage -> excuse.covers(damage.kind(), damage.object(), damage.mutant())));
    }

    private static List<Damage> damages(Promised promised) {
        return promised.manifests().all().stream()
                .filter(manifest -> POLICIES.contains(manifest.kind()) && !isControl(manifest))
                .flatMap(manifest -> damages(manifest).stream())
                .filter(damage -> !isExcused(WithoutEffect.ALL, damage))
                .toList();
    }

    private static boolean isExcused(List<WithoutEffect> excuses, Damage damage) {
        return excuses.stream().anyMatch(excuse -> excuse.covers(damage.kind(), damage.object(), damage.mutant()));
    }

    /** Where control planes go themselves is not promised to anybody. */
    private static boolean isControl(Manifest manifest) {
        return manifest.namespace().endsWith("-mesh");
    }

    @SuppressWarnings("unchecked")
    private static List<Damage> damages(Manifest manifest) {
        boolean guard = manifest.kind().equals("AuthorizationPolicy")
                && manifest.body().at("spec").text("action").equals("DENY");
        String kind = guard ? "guard" : manifest.kind();
        List<Damage> damages = new ArrayList<>();
        Mutants.of((Map<String, Object>) Trees.of(manifest.body()))
                .forEach(mutant -> damages.add(new Damage(manifest, kind, mutant)));
        damages.add(new Damage(manifest, kind, new Mutants.Mutant("", "left out", Map.of())));
        return damages;
    }

    private static List<Damage> sample(List<Damage> all) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<Damage> left = new ArrayList<>(all);
        List<Damage> sample = new ArrayList<>();
        while (sample.size() < SAMPLE && !left.isEmpty()) {
            sample.add(left.remove(random.nextInt(left.size())));
        }
        return sample;
    }

    /** Without the guards, which say once more what is not allowed, what allows must be right alone. */
    private static boolean isNoticed(Promised promised, Damage damage, List<Claim> claims) {
        boolean leftOut = damage.mutant().path().isEmpty();
        Optional<String> text = leftOut
                ? Optional.empty()
                : Optional.of(new Yaml().dump(damage.mutant().object()));
        Promised damaged = promised.with(damage.manifest(), text);
        Promised asked = damage.kind().equals("AuthorizationPolicy")
                ? damaged.without(manifest -> manifest.kind().equals("AuthorizationPolicy")
                        && manifest.namespace().equals(damage.manifest().namespace())
                        && manifest.body().at("spec").text("action").equals("DENY")
                        && !manifest.name().equals(damage.manifest().name()))
                : damaged;
        return asked.broken(damage.manifest().namespace(), claims).isPresent();
    }
}
