package dev.tenantmesh.verifier.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.select.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds connectivity against what an independent tool says of the same manifests, where its corpus is given. */
class NetpolAnalyzerTest {

    /** A port of a container without a number, which the API server refuses, and so do we. */
    private static final Set<String> REFUSED = Set.of("netpol_named_port_test", "netpol_named_port_test_2");

    private static final String CONTROLLER = "{ingress-controller} => ";

    /** It does not know of pods on the host network. */
    private static final String HOST_NETWORK = "(\"?hostNetwork\"?:) true";

    /** It assumes that address blocks never match pods. */
    private static final ClusterProfile AS_THE_OTHER_TOOL_ASSUMES =
            new ClusterProfile("assumed", Truth.YES, Truth.YES, Truth.NO, Optional.empty(), List.of(), List.of());

    @TestFactory
    Stream<DynamicTest> the_other_tool_says_the_same() throws IOException {
        String corpus = System.getProperty("mesh.corpus", "");
        assumeTrue(!corpus.isEmpty(), "-Dmesh.corpus is not given");
        try (Stream<Path> cases = Files.list(Path.of(corpus, "netpol-analyzer"))) {
            return cases.filter(Files::isDirectory).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> compare(folder)));
        }
    }

    /** For the other tool the controller is any pod; what that may reach by an Ingress or a Route, nobody knows better. */
    @TestFactory
    Stream<DynamicTest> what_the_ingress_controller_reaches_for_the_other_tool_may_be_reached() throws IOException {
        String corpus = System.getProperty("mesh.corpus", "");
        assumeTrue(!corpus.isEmpty(), "-Dmesh.corpus is not given");
        try (Stream<Path> cases = Files.list(Path.of(corpus, "netpol-analyzer"))) {
            List<DynamicTest> tests = new ArrayList<>();
            for (Path folder : cases.filter(Files::isDirectory).sorted().toList()) {
                List<String> theirs = Files.readAllLines(folder.resolve("expected.txt")).stream()
                        .filter(line -> line.startsWith(CONTROLLER))
                        .map(line -> line.substring(CONTROLLER.length()))
                        .toList();
                if (!theirs.isEmpty()) {
                    tests.add(DynamicTest.dynamicTest(
                            folder.getFileName().toString(),
                            () -> assertThat(AnalyzerLines.relayed(verifier(folder.resolve("input"))))
                                    .containsExactlyElementsOf(
                                            theirs.stream().sorted().toList())));
                }
            }
            return tests.stream();
        }
    }

    private static void compare(Path folder) throws IOException {
        if (REFUSED.contains(folder.getFileName().toString())) {
            assertThatThrownBy(() -> verifier(folder.resolve("input"))).hasMessageContaining("This is not a port.");
            return;
        }

        // Given
        SortedSet<String> theirs = Lines.comparable(onPodNetwork(Files.readAllLines(folder.resolve("expected.txt"))));

        // When
        SortedSet<String> ours = Lines.comparable(AnalyzerLines.of(verifier(folder.resolve("input"))));

        // Then
        assertThat(only("theirs", theirs, ours) + only("ours", ours, theirs)).isEmpty();
    }

    /** Not compared: the ingress controller, which for the other tool is any pod of the cluster; other networks. */
    private static List<String> onPodNetwork(List<String> lines) {
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("Permitted connectivity analyzed in secondary")) {
                return kept;
            }
            if (!line.startsWith("{ingress-controller}")) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static MeshVerifier verifier(Path input) throws IOException {
        Problems problems = new Problems();
        Path copy = Files.createTempDirectory("manifests");
        try (Stream<Path> files = Files.walk(input)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file).replaceAll(HOST_NETWORK, "$1 false");
                Files.writeString(copy.resolve(input.relativize(file).toString().replace('/', '-')), text);
            }
        }
        return MeshVerifier.read(
                List.of(copy), LoadOptions.DEFAULT.inNamespace("default"), AS_THE_OTHER_TOOL_ASSUMES, problems);
    }

    private static String only(String whose, SortedSet<String> lines, SortedSet<String> others) {
        List<String> alone =
                lines.stream().filter(line -> !others.contains(line)).toList();
        return alone.isEmpty()
                ? ""
                : "only " + whose + " (" + alone.size() + "):\n  "
                        + alone.stream().limit(4).collect(Collectors.joining("\n  ")) + "\n";
    }
}
