package dev.tenantmesh.verifier.claim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.claim.ClosedClaim;
import dev.tenantmesh.verifier.claim.Counterexample;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.OpenClaim;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permissions;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** EXPECTED.md of every small example, which was written by hand, is what the verifier says of its manifests. */
class ScenarioRowsTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final String BY_HAND = "retail";
    private static final Origin ROW = Origin.ofModel("EXPECTED.md");

    static Stream<Arguments> scenarios() {
        return folders(EXAMPLES)
                .filter(example -> !example.getFileName().toString().equals(BY_HAND))
                .filter(example -> Files.exists(example.resolve("EXPECTED.md")))
                .flatMap(example -> {
                    MeshModel model = MeshModel.read(example.resolve("src/main/mesh"));
                    return model.sites().stream().map(site -> Arguments.of(example.getFileName(), site.name(), site));
                });
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("scenarios")
    void rows_are_what_the_verifier_says(Path example, String name, Site site) {
        MeshModel model = site.model();
        Platform platform = site.platform();
        List<ScenarioRow> rows = ScenarioRow.of(EXAMPLES.resolve(example).resolve("EXPECTED.md")).stream()
                .filter(row -> row.holdsOn(name))
                .flatMap(row -> row.in(model.placement()).stream())
                .toList();
        ScenarioEnds ends = new ScenarioEnds(model, platform);
        Evidence evidence = evidence(site, EXAMPLES.resolve(example).resolve("deploy"));
        List<Permission> open = rows.stream()
                .filter(row -> row.opens() && !row.crosses())
                .map(row -> permission(row, ends))
                .toList();

        Stream<String> contradicted = rows.stream()
                .flatMap(row -> judge(row, ends, open, evidence).stream()
                        .map(why -> "row " + row.number() + " (" + row.from() + " -> " + row.to() + "): " + why));

        assertThat(contradicted).isEmpty();
        assertThat(decided(rows, shadow(model, platform)))
                .as("ends that a row closes to anyone else")
                .containsAll(ends.declared());
    }

    private static Set<String> shadow(MeshModel model, Platform platform) {
        return model.meshes().stream()
                .flatMap(mesh -> mesh.shadowOn(platform).stream())
                .flatMap(shadow -> shadow.namespaces().stream())
                .collect(Collectors.toSet());
    }

    /** Ends that a row closes; where nothing is enforced, a row says instead that anyone comes to every port. */
    private static Set<String> decided(List<ScenarioRow> rows, Set<String> shadow) {
        return rows.stream()
                .filter(row -> shadow.contains(row.to().replaceFirst("/.*", ""))
                        ? row.from().equals(ScenarioRow.ANYONE)
                                && row.opens()
                                && row.port().equals("any")
                        : row.from().equals(ScenarioRow.ANYONE_ELSE) && !row.opens())
                .map(ScenarioRow::to)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> judge(
            ScenarioRow row, ScenarioEnds ends, List<Permission> open, Evidence evidence) {
        if (row.crosses()) {
            return crossing(row, ends, evidence);
        }
        ScenarioRow asked = row.from().equals(ScenarioRow.ANYONE) ? row.from("outside") : row;
        return row.opens()
                ? refused(new OpenClaim("row", "open", ROW, permission(asked, ends), enough(row)).judge(evidence))
                : admitted(row, ends, open, evidence);
    }

    /** Whether one of the addresses is a node's, no document says. */
    private static Truth enough(ScenarioRow row) {
        return row.from().equals("node") ? Truth.MAYBE : Truth.YES;
    }

    /** Members of other clusters come by a gateway, and what they get to is theirs as who they are. */
    private static Optional<String> crossing(ScenarioRow row, ScenarioEnds ends, Evidence evidence) {
        String name = row.from().replaceFirst("\\*$", "");
        List<String> found = evidence.at(row.opens() ? Level.ACCIDENT : Level.HOSTILE_SOURCE).relayed().stream()
                .filter(connection -> connection.source() instanceof External external
                        && external.visitor() != null
                        && external.visitor().name().startsWith(name))
                .filter(connection -> ends.party(row.to()).includes(connection.destination()))
                .filter(connection -> row.ports().stream()
                        .anyMatch(ports ->
                                ports.contains(Port.tcp(connection.ports().first()))))
                .filter(connection -> connection.verdict().ways().stream()
                        .anyMatch(way -> way.identity() != null && way.isOpen().isPossible()))
                .map(connection -> connection.source().id() + " gets to "
                        + connection.destination().id() + " on " + connection.ports())
                .toList();
        return row.opens() == !found.isEmpty() ? Optional.empty() : Optional.of("found " + found);
    }

    private static Optional<String> refused(Judgement judgement) {
        return judgement.isGood() ? Optional.empty() : Optional.of(told(judgement));
    }

    /** A row about one end closes it to that end, one about anyone else to everybody whom no other row lets in. */
    private static Optional<String> admitted(
            ScenarioRow row, ScenarioEnds ends, List<Permission> open, Evidence evidence) {
        ClosedClaim closed =
                new ClosedClaim("row", "closed", ROW, ends.party(row.to()), ClosedClaim.Side.IN, Permissions.of(open));
        Judgement judgement = closed.judge(evidence);
        boolean everybody = row.from().equals(ScenarioRow.ANYONE_ELSE);
        boolean concerns = everybody
                ? !judgement.isGood()
                : judgement.counterexamples().stream()
                        .anyMatch(example -> ends.party(row.from()).includes(example.source()));
        return concerns ? Optional.of(told(judgement)) : Optional.empty();
    }

    private static String told(Judgement judgement) {
        return judgement.outcome() + " "
                + judgement.counterexamples().stream()
                        .map(ScenarioRowsTest::told)
                        .collect(Collectors.joining("\n"))
                + String.join("\n", judgement.reasons());
    }

    private static String told(Counterexample example) {
        return example.sentence() + " ports " + example.ports() + " "
                + example.way().steps().stream().map(step -> "\n    " + step).collect(Collectors.joining());
    }

    private static Permission permission(ScenarioRow row, ScenarioEnds ends) {
        return new Permission(
                ends.party(row.from()),
                ends.party(row.to()),
                row.ports(),
                ends.manner(row.from(), row.how()),
                "row " + row.number());
    }

    private static Evidence evidence(Site site, Path deploy) {
        Problems problems = new Problems();
        Manifests manifests = Folders.manifests(
                site,
                folder -> ManifestLoader.load(List.of(deploy.resolve(folder)), LoadOptions.DEFAULT, problems),
                problems);
        problems.throwIfErrors();
        return ModelEvidence.of(site.model(), site.platform(), manifests, Level.HOSTILE_SOURCE, new Problems())
                .evidence();
    }

    private static Stream<Path> folders(Path root) {
        try (Stream<Path> found = Files.list(root)) {
            return found.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
