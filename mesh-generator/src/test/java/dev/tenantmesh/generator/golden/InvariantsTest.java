package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.Visibility;
import dev.tenantmesh.model.mesh.ControlPlaneGateway;
import dev.tenantmesh.model.mesh.EastWestGateway;
import dev.tenantmesh.model.mesh.EgressGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is true of every rendering, whatever the model says. */
class InvariantsTest {

    @TestFactory
    Stream<DynamicTest> everyManifestIsSound() {
        return GoldenCase.forEach(golden -> assertThat(
                        manifests(golden).stream().flatMap(manifest -> ManifestRules.violations(manifest).stream()))
                .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> onlyDeclaredPoliciesAreOpenToEveryone() {
        return GoldenCase.forEach(golden -> assertThat(OpenPolicies.rendered(manifests(golden)))
                .containsExactlyElementsOf(OpenPolicies.declared(golden)));
    }

    @TestFactory
    Stream<DynamicTest> everyNamespaceIsClosedByBothLayers() {
        return GoldenCase.forEach(golden -> {
            MeshModel model = golden.rendering().model();
            List<String> closedTwice = model.sites().stream()
                    .flatMap(site -> memberNamespaces(site).map(namespace -> place(site, namespace)))
                    .sorted()
                    .toList();

            assertThat(manifests(golden).stream()
                            .filter(InvariantsTest::closesNetwork)
                            .map(InvariantsTest::place))
                    .containsAll(closedTwice.stream()
                            .filter(place -> !shadows(golden).contains(place))
                            .toList());
            assertThat(manifests(golden).stream()
                            .filter(InvariantsTest::closesMesh)
                            .map(InvariantsTest::place))
                    .containsExactlyInAnyOrderElementsOf(closedTwice.stream()
                            .filter(place -> !configuredElsewhere(golden).contains(place))
                            .toList());
        });
    }

    /** What is tried is there and not carried out, and what cannot be tried is not there; elsewhere nothing is tried. */
    @TestFactory
    Stream<DynamicTest> whatIsInShadowIsTriedAndNothingElse() {
        return GoldenCase.forEach(golden -> assertThat(manifests(golden).stream()
                        .filter(manifest -> manifest.is("AuthorizationPolicy") || manifest.is("NetworkPolicy")))
                .allMatch(manifest -> shadows(golden).contains(place(manifest))
                        ? manifest.is("AuthorizationPolicy") && isDryRun(manifest)
                        : !isDryRun(manifest)));
    }

    /** Namespaces of remote clusters: what is said of them is in the primary, and nothing of it is here. */
    private static Set<String> configuredElsewhere(GoldenCase golden) {
        return golden.rendering().model().sites().stream()
                .flatMap(site -> site.servedFrom().stream()
                        .flatMap(served -> served.served().stream())
                        .map(namespace -> place(site, namespace)))
                .collect(Collectors.toSet());
    }

    private static boolean isDryRun(Manifest manifest) {
        return manifest.tree()
                .path("metadata")
                .path("annotations")
                .path("istio.io/dry-run")
                .asText()
                .equals("true");
    }

    private static List<String> shadows(GoldenCase golden) {
        return golden.rendering().model().sites().stream()
                .flatMap(site -> site.model().meshes().stream()
                        .flatMap(mesh -> mesh.shadowOn(site.platform()).stream())
                        .flatMap(shadow -> shadow.namespaces().stream())
                        .map(namespace -> place(site, namespace)))
                .toList();
    }

    /** A control plane reads none of it there, and has all of it in its own cluster. */
    @TestFactory
    Stream<DynamicTest> whatAPrimaryReadsIsInItsOwnCluster() {
        return GoldenCase.forEach(golden -> golden.rendering()
                .model()
                .sites()
                .forEach(site -> site.servedFrom().forEach(served -> {
                    assertThat(configuring(golden, site.name())).doesNotContainAnyElementsOf(served.served());
                    assertThat(configuring(golden, served.folder())).containsAll(served.read());
                })));
    }

    private static Set<String> configuring(GoldenCase golden, String folder) {
        return manifests(golden).stream()
                .filter(manifest -> manifest.path().startsWith(folder + "/"))
                .filter(manifest -> manifest.tree().path("apiVersion").asText().matches(".*\\.istio\\.io/.*"))
                .map(Manifest::namespace)
                .collect(Collectors.toSet());
    }

    @TestFactory
    Stream<DynamicTest> onlyGatewaysAdmitPeersThatNoRuleNames() {
        return GoldenCase.forEach(golden -> {
            List<String> gateways = golden.rendering().model().tenants().stream()
                    .flatMap(tenant -> tenant.gateways().stream())
                    .map(gateway -> policyOf(gateway.namespace(), gateway.name()))
                    .collect(Collectors.toCollection(ArrayList::new));
            golden.rendering().model().meshes().stream()
                    .flatMap(mesh -> mesh.gateways().stream())
                    .map(gateway -> policyOf(gateway.namespace(), gateway.name()))
                    .forEach(gateways::add);
            golden.rendering().model().meshes().stream()
                    .flatMap(InvariantsTest::beforeControlPlane)
                    .map(gateway -> policyOf(gateway.namespace(), gateway.name()))
                    .forEach(gateways::add);

            assertThat(manifests(golden).stream()
                            .filter(InvariantsTest::admitsAnyone)
                            .map(manifest -> manifest.namespace() + "/" + manifest.name()))
                    .isSubsetOf(gateways);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyIdentityIsOfTheOwnTrustDomain() {
        return GoldenCase.forEach(golden -> {
            for (Manifest manifest : manifests(golden)) {
                String domain = golden.rendering()
                        .model()
                        .mesh(manifest.label("tenantmesh.dev/mesh"))
                        .map(Mesh::trustDomain)
                        .orElse("?");

                assertThat(principals(manifest))
                        .as(manifest.path())
                        .allMatch(principal -> principal.equals("*") || principal.startsWith(domain + "/ns/"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyNamespaceHasOneSidecarForPodsWithoutTheirOwn() {
        return GoldenCase.forEach(golden -> {
            List<String> withoutProxies = manifests(golden).stream()
                    .filter(manifest ->
                            manifest.label("istio.io/dataplane-mode").equals("ambient"))
                    .map(manifest -> manifest.platform() + "/" + manifest.name())
                    .toList();
            List<String> scoped = Stream.concat(
                            golden.rendering().model().sites().stream()
                                    .flatMap(site -> scopedNamespaces(site).map(namespace -> place(site, namespace))),
                            shadows(golden).stream())
                    .distinct()
                    .filter(place -> !withoutProxies.contains(place))
                    .filter(place -> !configuredElsewhere(golden).contains(place))
                    .toList();

            assertThat(manifests(golden).stream()
                            .filter(manifest -> manifest.is("Sidecar"))
                            .filter(manifest -> !manifest.spec().has("workloadSelector"))
                            .map(InvariantsTest::place))
                    .containsExactlyInAnyOrderElementsOf(scoped);
        });
    }

    /** A model that says nothing renders nothing for its tenants, and then the checks above check nothing. */
    @TestFactory
    Stream<DynamicTest> everyTenantNamespaceOfItsOwnMakingIsRendered() {
        return GoldenCase.forEach(golden -> {
            List<String> made = golden.rendering().model().tenants().stream()
                    .map(Tenant::namespaces)
                    .flatMap(List::stream)
                    .filter(namespace -> namespace.managed() != TenantNamespace.Manage.NONE)
                    .map(TenantNamespace::name)
                    .toList();

            assertThat(manifests(golden).stream()
                            .filter(manifest -> manifest.is("Namespace"))
                            .map(Manifest::name))
                    .containsAll(made);
        });
    }

    private static Stream<String> scopedNamespaces(Site site) {
        MeshModel model = site.model();
        return Stream.concat(
                model.tenants().stream()
                        .filter(tenant -> !tellsEverything(model, tenant.mesh()))
                        .flatMap(tenant -> tenant.namespaces().stream())
                        .map(TenantNamespace::name),
                model.meshes().stream()
                        .filter(mesh -> !tellsEverything(model, mesh.name()))
                        .flatMap(mesh -> Stream.of(ownNamespaces(mesh), namespacesForClusters(site, mesh))
                                .flatMap(names -> names)
                                .distinct()));
    }

    /** Those of the gateways that belong to the mesh and to no tenant. */
    private static Stream<String> ownNamespaces(Mesh mesh) {
        return Stream.concat(
                mesh.gateways().stream().map(SharedGateway::namespace),
                mesh.egressGateways().stream().map(EgressGateway::namespace));
    }

    /** Those of the gateways by which clusters of a platform have to do with each other. */
    private static Stream<String> namespacesForClusters(Site site, Mesh mesh) {
        return site.model().placement().stream()
                .flatMap(placement -> Stream.concat(
                        placement.eastWest(mesh).map(EastWestGateway::namespace).stream(),
                        placement.gatewaysOn(mesh).stream()
                                .map(serving -> serving.gateway().namespace())));
    }

    private static Stream<ControlPlaneGateway> beforeControlPlane(Mesh mesh) {
        return Stream.ofNullable(mesh.multiCluster()).flatMap(multi -> Stream.ofNullable(multi.gateway()));
    }

    private static boolean tellsEverything(MeshModel model, String mesh) {
        return model.mesh(mesh)
                .map(Mesh::isolation)
                .filter(isolation -> isolation.visibility() == Visibility.MESH)
                .isPresent();
    }

    private static List<Manifest> manifests(GoldenCase golden) {
        return Manifest.generatedIn(golden.rendering().texts());
    }

    private static String place(Manifest manifest) {
        return manifest.platform() + "/" + manifest.namespace();
    }

    private static String place(Site site, String namespace) {
        return site.platform().name() + "/" + namespace;
    }

    private static boolean closesNetwork(Manifest manifest) {
        return manifest.is("NetworkPolicy")
                && manifest.name().equals("default-deny")
                && manifest.spec().path("podSelector").isEmpty()
                && manifest.spec().path("policyTypes").size() == 2
                && manifest.spec().path("ingress").isEmpty()
                && manifest.spec().path("egress").isEmpty();
    }

    private static boolean closesMesh(Manifest manifest) {
        return manifest.is("AuthorizationPolicy")
                && manifest.spec().path("action").asText().equals("ALLOW")
                && !manifest.spec().has("selector")
                && !manifest.spec().has("targetRefs")
                && manifest.spec().path("rules").isEmpty();
    }

    private static boolean admitsAnyone(Manifest manifest) {
        return manifest.is("AuthorizationPolicy")
                && manifest.spec().path("action").asText().equals("ALLOW")
                && manifest.spec()
                        .path("rules")
                        .valueStream()
                        .anyMatch(rule -> rule.path("from").isEmpty());
    }

    private static String policyOf(String namespace, String gateway) {
        return namespace + "/gateway-" + gateway;
    }

    /** Those of tenants, and those of meshes themselves. */
    private static Stream<String> memberNamespaces(Site site) {
        return Stream.concat(
                        site.model().tenants().stream()
                                .flatMap(tenant -> tenant.namespaces().stream())
                                .map(TenantNamespace::name),
                        site.model().meshes().stream()
                                .flatMap(mesh -> Stream.concat(ownNamespaces(mesh), namespacesForClusters(site, mesh))))
                .distinct();
    }

    private static Stream<String> principals(Manifest manifest) {
        return Stream.of("principals", "notPrincipals")
                .flatMap(field -> manifest.tree().findValues(field).stream())
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText);
    }
}
