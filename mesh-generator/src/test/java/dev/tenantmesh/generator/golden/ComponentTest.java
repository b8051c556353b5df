package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A component gives every kind of workload what the mesh needs, whether or not the manifests name their namespace. */
class ComponentTest {

    private static final Set<String> CASES = Set.of("visibility-boundary", "sidecar-resources", "retail");
    private static final List<String> KINDS =
            List.of("apps/v1 Deployment", "apps/v1 StatefulSet", "apps/v1 DaemonSet", "batch/v1 Job");
    private static final String TEMPLATE = "template: {spec: {containers: [{name: app, image: app}]}}";

    @TempDir
    static Path scratch;

    /**
     * The component of a namespace.
     *
     * @param deploy the folder of a platform
     */
    private record Component(Path deploy, Tenant tenant, TenantNamespace namespace) {

        Path folder() {
            return deploy.resolve("_components").resolve(tenant.name()).resolve(namespace.name());
        }
    }

    @BeforeAll
    static void findKubectl() {
        Kubectl.assumeInstalled();
    }

    @TestFactory
    Stream<DynamicTest> everyKindGetsWhatItNeeds() {
        return components()
                .flatMap(component -> Stream.of(true, false)
                        .map(named -> dynamicTest(
                                scratch.relativize(component.folder()) + (named ? " with namespaces" : " without"),
                                () -> assertPatched(component, named))));
    }

    @TestFactory
    Stream<DynamicTest> nothingOfAnotherNamespaceIsTouched() {
        return components()
                .map(component -> dynamicTest(
                        scratch.relativize(component.folder()).toString(), () -> assertUntouched(component)));
    }

    private static void assertPatched(Component component, boolean named) {
        String namespace = named ? ", namespace: " + component.namespace().name() : "";
        String transformer = named ? "" : "namespace: " + component.namespace().name() + "\n";
        List<Manifest> built = build(component, namespace, transformer);

        Set<String> accounts = built.stream()
                .filter(manifest -> manifest.is("ServiceAccount"))
                .map(Manifest::name)
                .collect(Collectors.toSet());
        for (Workload workload : component.namespace().workloads()) {
            List<JsonNode> templates = templates(built, workload);
            assertThat(templates).hasSize(KINDS.size() + 1);
            assertThat(templates).allSatisfy(template -> assertPatched(template, workload));
            assertThat(accounts.contains(workload.serviceAccount())
                            || workload.serviceAccount().equals("default"))
                    .isTrue();
        }
        assertThat(built)
                .allMatch(manifest ->
                        manifest.namespace().equals(component.namespace().name()));
        assertThat(built.stream().filter(manifest -> manifest.is("Service")))
                .allMatch(service -> service.tree().at("/metadata/annotations").has("networking.istio.io/exportTo"));
    }

    private static void assertPatched(JsonNode template, Workload workload) {
        workload.selector()
                .forEach((key, value) -> assertThat(
                                template.at("/metadata/labels").path(key).asText())
                        .isEqualTo(value));
        assertThat(template.at("/spec/serviceAccountName").asText()).isEqualTo(workload.serviceAccount());
        assertThat(template.at("/spec/containers").size()).isEqualTo(1);
        assertThat(template.at("/metadata/annotations").size()).isEqualTo(workload.sidecar() == null ? 0 : 4);
    }

    private static void assertUntouched(Component component) {
        List<Manifest> built = build(component, ", namespace: elsewhere", "");

        assertThat(built.stream().filter(manifest -> manifest.namespace().equals("elsewhere")))
                .hasSize((KINDS.size() + 2) * component.namespace().workloads().size()
                        + services(component).size())
                .allMatch(manifest -> !manifest.tree().toString().contains("istio.io")
                        && !manifest.tree().toString().contains("serviceAccountName"));
    }

    private static List<JsonNode> templates(List<Manifest> built, Workload workload) {
        return built.stream()
                .filter(manifest -> manifest.name().equals(workload.name()))
                .flatMap(manifest -> Stream.of(
                        manifest.spec().path("template"), manifest.spec().at("/jobTemplate/spec/template")))
                .filter(JsonNode::isObject)
                .toList();
    }

    private static List<Manifest> build(Component component, String namespace, String transformer) {
        try {
            Path folder = scratch.resolve("tenant");
            Path path = folder.relativize(component.folder());
            TextFolder.write(
                    folder,
                    Map.of(
                            "own.yaml",
                            own(component, namespace),
                            "kustomization.yaml",
                            "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n" + transformer
                                    + "resources: [own.yaml]\ncomponents: [" + path + "]\n"));
            return Kubectl.kustomize(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a tenant might have: a workload of every kind by each name, its Services, and something else by its name. */
    private static String own(Component component, String namespace) {
        Stream<String> workloads = component.namespace().workloads().stream()
                .flatMap(workload -> Stream.of(
                                KINDS.stream().map(kind -> object(kind, workload.name(), namespace, TEMPLATE)),
                                Stream.of(
                                        object(
                                                "batch/v1 CronJob",
                                                workload.name(),
                                                namespace,
                                                "jobTemplate: {spec: {" + TEMPLATE + "}}"),
                                        object("v1 ConfigMap", workload.name(), namespace, "")))
                        .flatMap(objects -> objects));
        Stream<String> services =
                services(component).stream().map(service -> object("v1 Service", service, namespace, "ports: []"));
        return Stream.concat(workloads, services).collect(Collectors.joining("---\n"));
    }

    private static List<String> services(Component component) {
        List<String> declared = component.namespace().workloads().stream()
                .flatMap(workload -> workload.services().stream())
                .map(service -> service.name())
                .toList();
        return declared.isEmpty() ? List.of("any", "other") : declared;
    }

    private static String object(String kind, String name, String namespace, String spec) {
        String[] typed = kind.split(" ", 2);
        return "apiVersion: " + typed[0] + "\nkind: " + typed[1] + "\nmetadata: {name: " + name + namespace + "}\n"
                + (spec.isEmpty() ? "" : "spec: {" + spec + "}\n");
    }

    private static Stream<Component> components() {
        return GoldenCase.all().stream()
                .filter(golden -> CASES.contains(golden.name()))
                .flatMap(golden -> {
                    Path folder = scratch.resolve(golden.name());
                    try {
                        TextFolder.write(folder, golden.rendering().texts());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return GoldenCase.foldersOf(folder).flatMap(deploy -> components(golden, deploy));
                });
    }

    private static Stream<Component> components(GoldenCase golden, Path deploy) {
        return golden.rendering().model().tenants().stream()
                .flatMap(tenant ->
                        tenant.namespaces().stream().map(namespace -> new Component(deploy, tenant, namespace)))
                .filter(component -> component.folder().toFile().isDirectory());
    }
}
