package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.DocumentReader;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.Owners;
import dev.tenantmesh.verifier.claim.document.ClaimsReader;
import dev.tenantmesh.verifier.claim.document.WrittenClaims;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.proof.Proof;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proof of claims that are written by hand.
 *
 * @param build the build it is part of
 * @param options how manifests are read
 */
record WrittenProof(MavenBuild build, LoadOptions options) {

    private static final int DEEPEST_FOLDER = 32;

    /** The manifests that claims are about. */
    List<Path> manifests(@Nullable List<File> given, Problems problems) {
        if (given != null && !given.isEmpty()) {
            return given.stream().map(WrittenProof::absolute).toList();
        }
        if (!build.hasProject()) {
            problems.error(
                    ProblemCode.SETTING_MISSING,
                    Origin.ofModel("mesh.manifests"),
                    "",
                    "There is no project to take it from.",
                    "Add -Dmesh.manifests=<folder>.");
        }
        return List.of(build.handOutput());
    }

    MeshVerifier verifier(List<Path> roots, @Nullable File primary, ClusterProfile profile, Problems problems) {
        ManifestSources sources =
                new ManifestSources(roots, Optional.ofNullable(primary).map(WrittenProof::absolute), options);
        return MeshVerifier.of(sources.read(problems), profile, problems);
    }

    /**
     * The proof.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException if a claim cannot be understood
     */
    Proof of(List<File> documents, MeshVerifier verifier, Level level, Problems problems) throws IOException {
        ClaimsReader reader = new ClaimsReader(problems);
        for (File document : documents) {
            for (Path file : files(absolute(document), problems)) {
                read(reader, file);
            }
        }
        WrittenClaims written = reader.written();
        Owners owners = written.owners(problems);
        List<Claim> claims = written.claims(verifier.world(), problems);
        problems.throwIfErrors();
        return Proof.of(claims, new Evidence(verifier, owners, level));
    }

    private void read(ClaimsReader reader, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            reader.read(shown(file), in.readNBytes(DocumentReader.MAX_BYTES + 1));
        }
    }

    private List<Path> files(Path root, Problems problems) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isRegularFile(root)) {
            files.add(root);
        } else if (Files.isDirectory(root)) {
            try (Stream<Path> found = Files.walk(root, DEEPEST_FOLDER)) {
                found.filter(WrittenProof::isYaml).sorted().forEach(files::add);
            }
        }
        if (files.isEmpty()) {
            problems.error(
                    ProblemCode.UNREADABLE_FILE,
                    Origin.ofFile(shown(root)),
                    "",
                    "There are no documents of claims here.",
                    "Name a file, or a folder with files that end in .yaml or .yml.");
        }
        return files;
    }

    private static boolean isYaml(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(path);
    }

    private String shown(Path file) {
        return new RelativePaths(build.base()).shown(file);
    }

    private static Path absolute(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }
}
