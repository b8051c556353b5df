package dev.tenantmesh.generator.gitops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The retail example as a GitOps repository: its root is the root of the repository. */
final class RetailRepository {

    private static final Path ROOT = Path.of("../examples/retail");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MeshModel model = MeshModel.read(ROOT.resolve("src/main/mesh"));

    MeshModel model() {
        return model;
    }

    Path path(String path) {
        return ROOT.resolve(path);
    }

    List<String> lines(String file) {
        try {
            return Files.readAllLines(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects of a YAML file, of one kind. */
    List<JsonNode> objects(String file, String kind) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Iterable<Object> documents = yaml.loadAll(String.join("\n", lines(file)));
        return StreamSupport.stream(documents.spliterator(), false)
                .<JsonNode>map(JSON::valueToTree)
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    /** Every folder of manifests below a platform's, such as {@code deploy/istio/web-prod}. */
    List<String> folders() {
        return list("deploy").flatMap(this::list).filter(this::isApplied).toList();
    }

    /** Whether there is anything for a GitOps tool in a folder. */
    boolean isApplied(String folder) {
        return Files.exists(path(folder).resolve("kustomization.yaml"));
    }

    /** The tenant of each namespace. */
    Map<String, String> owners() {
        Map<String, String> owners = new TreeMap<>();
        for (Tenant tenant : model.tenants()) {
            for (TenantNamespace namespace : tenant.namespaces()) {
                owners.put(namespace.name(), tenant.name());
            }
        }
        return owners;
    }

    static String nameOf(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private Stream<String> list(String folder) {
        try (Stream<Path> found = Files.list(path(folder))) {
            return found
                    .filter(Files::isDirectory)
                    .map(inner -> folder + "/" + inner.getFileName())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
