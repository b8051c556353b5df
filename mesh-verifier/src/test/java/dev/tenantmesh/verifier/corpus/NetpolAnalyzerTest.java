package dev.tenantmesh.verifier.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.select.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds connectivity against what an independent tool says of the same manifests, where its corpus is given. */
class NetpolAnalyzerTest {

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

    private static String difference(String whose, List<String> lines, List<String> others) {
        Set<String> known = new HashSet<>(others);
        List<String> alone = lines.stream()
                .filter(line -> !line.isBlank() && !known.contains(line))
                .toList();
        return alone.isEmpty()
                ? ""
                : "only " + whose + " (" + alone.size() + "):\n  "
                        + alone.stream().limit(4).collect(Collectors.joining("\n  ")) + "\n";
    }

    private static void compare(Path folder) throws IOException {
        Problems problems = new Problems();
        List<String> ours;
        try {
            MeshVerifier verifier = MeshVerifier.read(
                    List.of(folder.resolve("input")),
                    LoadOptions.DEFAULT.inNamespace("default"),
                    AS_THE_OTHER_TOOL_ASSUMES,
                    problems);
            ours = AnalyzerLines.of(verifier);
        } catch (ProblemsException stopped) {
            ours = List.of(stopped.getMessage().lines().limit(4).toArray(String[]::new));
        }
        List<String> theirs = Files.readAllLines(folder.resolve("expected.txt"));
        assertThat(difference("theirs", theirs, ours) + difference("ours", ours, theirs))
                .isEmpty();
    }
}
