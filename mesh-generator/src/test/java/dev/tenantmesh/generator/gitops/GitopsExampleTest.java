package dev.tenantmesh.generator.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.TenantGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Argo CD and Flux apply every folder of the example, each once, and a tenant's only with the tenant's rights. */
class GitopsExampleTest {

    private static final String SETS = "gitops/argocd/applicationset.yaml";
    private static final String PROJECTS = "gitops/argocd/projects.yaml";
    private static final String FLUX = "gitops/flux/kustomizations.yaml";
    private static final RetailRepository RETAIL = new RetailRepository();

    /** An Application that a set generates. */
    private record Application(String name, String project, String path, String namespace) {}

    @Test
    void every_folder_is_applied_once() {
        List<String> applied = Stream.concat(applications().stream().map(Application::path), fluxPaths())
                .toList();

        assertThat(applied).containsExactlyInAnyOrderElementsOf(RETAIL.folders());
    }

    @Test
    void every_path_that_is_named_leads_to_manifests_on_some_platform() {
        for (JsonNode set : RETAIL.objects(SETS, "ApplicationSet")) {
            for (JsonNode directory : directories(set)) {
                String path = directory.path("path").asText();
                assertThat(platforms(set).map(platform -> path.replace("{{.platform}}", platform)))
                        .as(path)
                        .anyMatch(folder -> directory.path("exclude").asBoolean()
                                ? RETAIL.path(folder).toFile().isDirectory()
                                : RETAIL.isApplied(folder));
            }
        }
    }

    @Test
    void applications_have_names_of_their_own() {
        assertThat(applications().stream().map(Application::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"));
    }

    @Test
    void a_folder_of_a_tenant_is_in_its_project_and_no_other() {
        Map<String, String> owners = RETAIL.owners();
        for (Application application : applications()) {
            String folder = RetailRepository.nameOf(application.path());
            String owner = owners.getOrDefault(folder, "platform");

            assertThat(application.project()).as(application.path()).isEqualTo("mesh-" + owner);
            assertThat(application.namespace()).isEqualTo(owner.equals("platform") ? "" : folder);
        }
    }

    @Test
    void a_project_reaches_the_namespaces_that_platforms_grant_its_tenant() {
        Map<String, Set<String>> reached = new TreeMap<>();
        for (JsonNode project : RETAIL.objects(PROJECTS, "AppProject")) {
            Set<String> namespaces = texts(project.at("/spec/destinations"), "namespace");
            reached.put(project.at("/metadata/name").asText(), namespaces);
            if (!namespaces.contains("*")) {
                JsonNode ofCluster = project.at("/spec/clusterResourceWhitelist");
                assertThat(texts(ofCluster, "kind")).containsExactly("Namespace");
                assertThat(texts(ofCluster, "name")).isEqualTo(namespaces);
            }
        }

        Map<String, Set<String>> granted = new TreeMap<>(Map.of("mesh-platform", Set.of("*")));
        for (Platform platform : RETAIL.model().platforms()) {
            for (TenantGrant grant : platform.tenants()) {
                granted.put("mesh-" + grant.name(), Set.copyOf(grant.namespaces()));
            }
        }
        assertThat(reached).isEqualTo(granted);
    }

    @Test
    void a_project_is_allowed_the_kinds_of_the_cluster_that_are_generated() {
        Set<String> allowed = RETAIL.objects(PROJECTS, "AppProject").stream()
                .filter(project -> project.at("/metadata/name").asText().equals("mesh-platform"))
                .flatMap(project -> texts(project.at("/spec/clusterResourceWhitelist"), "kind").stream())
                .collect(Collectors.toSet());

        Set<String> generated = RETAIL.folders().stream()
                .filter(folder -> folder.endsWith("/_cluster"))
                .flatMap(folder -> Stream.of(RETAIL.path(folder).toFile().listFiles()))
                .map(file -> file.getName())
                .filter(name -> name.endsWith(".yaml") && !name.equals("kustomization.yaml"))
                .map(name -> name.substring(0, name.indexOf('-')))
                .collect(Collectors.toSet());

        assertThat(allowed.stream().map(kind -> kind.toLowerCase(java.util.Locale.ROOT)))
                .containsAll(generated);
    }

    @Test
    void a_tenant_waits_for_the_control_plane_of_its_mesh() {
        List<JsonNode> kustomizations = RETAIL.objects(FLUX, "Kustomization");
        assertThat(RETAIL.objects("gitops/flux/source.yaml", "GitRepository")).hasSize(1);
        for (JsonNode kustomization : kustomizations) {
            JsonNode spec = kustomization.path("spec");
            String folder = RetailRepository.nameOf(spec.path("path").asText());
            String tenant = RETAIL.owners().get(folder);

            assertThat(kustomization.at("/metadata/name").asText()).isEqualTo("mesh-" + folder);
            assertThat(spec.at("/sourceRef/name").asText()).isEqualTo("mesh");
            assertThat(spec.path("prune").asBoolean()).isTrue();
            assertThat(spec.path("wait").asBoolean()).isTrue();
            assertThat(texts(spec.path("dependsOn"), "name"))
                    .isEqualTo(tenant == null ? controlPlaneOfGateways(folder) : controlPlane(tenant));
        }
    }

    /** Pods of gateways, too, wait for the control plane that makes proxies of them. */
    private static Set<String> controlPlaneOfGateways(String folder) {
        return RETAIL.model().meshes().stream()
                .filter(mesh -> mesh.gateways().stream()
                                .anyMatch(gateway -> gateway.namespace().equals(folder))
                        || mesh.egressGateways().stream()
                                .anyMatch(gateway -> gateway.namespace().equals(folder)))
                .map(mesh -> "mesh-" + mesh.controlPlane().namespace())
                .collect(Collectors.toSet());
    }

    private static Set<String> controlPlane(String tenant) {
        String mesh = RETAIL.model().tenant(tenant).orElseThrow().mesh();
        return Set.of(
                "mesh-" + RETAIL.model().mesh(mesh).orElseThrow().controlPlane().namespace());
    }

    private static Stream<String> fluxPaths() {
        return RETAIL.objects(FLUX, "Kustomization").stream()
                .map(kustomization -> kustomization.at("/spec/path").asText().replaceFirst("^\\./", ""));
    }

    /** As the matrix of a list and of Git directories is evaluated. */
    private static List<Application> applications() {
        List<Application> applications = new ArrayList<>();
        for (JsonNode set : RETAIL.objects(SETS, "ApplicationSet")) {
            platforms(set)
                    .forEach(platform -> folders(set, platform)
                            .filter(folder -> RETAIL.path(folder).toFile().isDirectory())
                            .forEach(folder ->
                                    applications.add(application(set.at("/spec/template"), platform, folder))));
        }
        return applications;
    }

    private static Stream<String> folders(JsonNode set, String platform) {
        Map<Boolean, List<String>> byExclusion = directories(set).stream()
                .collect(Collectors.partitioningBy(
                        directory -> directory.path("exclude").asBoolean(),
                        Collectors.mapping(
                                directory -> directory.path("path").asText().replace("{{.platform}}", platform),
                                Collectors.toList())));
        return byExclusion.get(false).stream()
                .filter(folder -> !byExclusion.get(true).contains(folder));
    }

    private static Application application(JsonNode template, String platform, String folder) {
        assertThat(template.at("/spec/destination/name").asText()).isEqualTo("{{.platform}}");
        assertThat(template.at("/spec/source/path").asText()).isEqualTo("{{.path.path}}");
        String name = RetailRepository.nameOf(folder);
        return new Application(
                template.at("/metadata/name")
                        .asText()
                        .replace("{{.platform}}", platform)
                        .replace("{{trimPrefix \"_\" .path.basename}}", name.replaceFirst("^_", "")),
                template.at("/spec/project").asText(),
                folder,
                template.at("/spec/destination/namespace").asText().replace("{{.path.basename}}", name));
    }

    private static Stream<String> platforms(JsonNode set) {
        JsonNode elements = set.at("/spec/generators/0/matrix/generators/0/list/elements");
        return elements.valueStream().map(element -> element.path("platform").asText());
    }

    private static List<JsonNode> directories(JsonNode set) {
        return set.at("/spec/generators/0/matrix/generators/1/git/directories")
                .valueStream()
                .toList();
    }

    private static Set<String> texts(JsonNode items, String key) {
        return items.valueStream().map(item -> item.path(key).asText()).collect(Collectors.toSet());
    }
}
