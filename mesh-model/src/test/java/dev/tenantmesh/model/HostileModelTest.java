package dev.tenantmesh.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemsException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that nobody writes by mistake, and folders in a state that nobody wants; too odd or too large to be stored. */
class HostileModelTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void bytes_that_are_no_text_are_refused_beside_files_that_are() throws IOException {
        write("a.yaml", "kind: Mesh\nname: a\u0000b\n".getBytes(UTF_8));
        write("b.yaml", new byte[] {'k', ':', ' ', (byte) 0xC3, '('});
        write("c.yml", "\uFEFFkind: Nothing # \u202e\n".getBytes(UTF_8));
        write("ignored.txt", new byte[] {0});

        assertThat(told(folder))
                .contains(
                        "a.yaml:2:8: MESH0112 '\\u{0}': This character cannot be seen. Remove it.",
                        "b.yaml:1:4: MESH0101: The file is not valid UTF-8 from byte 3. Save it as UTF-8.",
                        "c.yml:1:17: MESH0112 '\\u{202e}': This character cannot be seen. Remove it.")
                .noneMatch(line -> line.contains("ignored"));
    }

    @Test
    void a_file_of_gigabytes_is_not_read() throws IOException {
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("large.yaml").toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }

        List<String> told = assertTimeoutPreemptively(SOON, () -> told(folder));

        assertThat(told).containsExactly("large.yaml: MESH0110: The file has more than 1048576 bytes. Split it.");
    }

    @Test
    void a_large_model_is_checked_soon() throws IOException {
        String workloads = IntStream.range(0, 2_000)
                .mapToObj("      - {name: w%1$d, selector: {app: w%1$d}, serviceAccount: w%1$d}\n"::formatted)
                .collect(Collectors.joining());
        write("model.yaml", (BASE + "namespaces:\n  - name: web-prod\n    workloads:\n" + workloads).getBytes(UTF_8));

        MeshModel model = assertTimeoutPreemptively(SOON, () -> MeshModel.read(folder));

        assertThat(model.tenants().get(0).namespaces().get(0).workloads()).hasSize(2_000);
    }

    @Test
    void a_model_is_the_same_in_whatever_files_and_order_it_stands() throws IOException {
        String[] documents = (BASE + "namespaces: [{name: web-prod}]\n").split("---\n", -1);
        write("one/model.yaml", String.join("---\n", documents).getBytes(UTF_8));
        for (int i = 0; i < documents.length; i++) {
            write("many/" + (documents.length - i) + ".yaml", documents[i].getBytes(UTF_8));
        }

        MeshModel one = MeshModel.read(folder.resolve("one"));
        MeshModel many = MeshModel.read(folder.resolve("many"));

        assertThat(many.platforms()).isEqualTo(one.platforms());
        assertThat(many.meshes()).isEqualTo(one.meshes());
        assertThat(many.tenants()).isEqualTo(one.tenants());
    }

    @Test
    void a_file_in_two_folders_named_is_read_once_and_keeps_its_place() throws IOException {
        write("platform.yaml", BASE.substring(0, BASE.lastIndexOf("---")).getBytes(UTF_8));
        String tenant = BASE.substring(BASE.lastIndexOf("---")) + "namespaces: [{name: web-prod}]\n";
        write("tenants/web.yaml", tenant.getBytes(UTF_8));
        Path tenants = folder.resolve("tenants");

        assertThat(MeshModel.read(tenants, folder, tenants.resolve("web.yaml")).tenants())
                .hasSize(1);

        write("tenants/web.yaml", tenant.replace("name: web\n", "name: pay\n").getBytes(UTF_8));
        assertThat(told(tenants, folder))
                .anyMatch(line -> line.startsWith("tenants/web.yaml:4:7: MESH0138 'Tenant pay'"));
    }

    @Test
    void a_folder_that_is_not_there_or_holds_nothing_is_named() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        assertThat(told(folder.resolve("empty"), folder.resolve("none.yaml")))
                .containsExactly("none.yaml: MESH0101: There is no such file. Name a folder or file that exists.");
        assertThat(told(folder.resolve("empty")))
                .containsExactly("empty: MESH0101: There is no *.yaml file here. "
                        + "Write a Platform, a Mesh and a Tenant document, or name the right folder.");
    }

    private static final String BASE = """
        apiVersion: tenantmesh.dev/v1
        kind: Platform
        name: dev
        distribution: {type: kubernetes, version: "1.34"}
        mesh: {type: istio, version: "1.30"}
        network: {cni: calico}
        tenants: [{name: web, namespaces: ["web-*"]}]
        ---
        apiVersion: tenantmesh.dev/v1
        kind: Mesh
        name: retail
        controlPlane: {name: retail, namespace: retail-mesh}
        trustDomain: retail.example.com
        ---
        apiVersion: tenantmesh.dev/v1
        kind: Tenant
        name: web
        mesh: retail
        """;

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private List<String> told(Path... paths) {
        ProblemsException refused = catchThrowableOfType(ProblemsException.class, () -> MeshModel.read(paths));
        String root = folder.toString().replace('\\', '/') + "/";
        return refused.problems().sorted().stream()
                .map(Problem::toString)
                .map(line -> line.replace(root, ""))
                .toList();
    }
}
