package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** {@code kubectl kustomize}, where it is installed. */
public final class Kubectl {

    private static final long PATIENCE_SECONDS = 60;

    private Kubectl() {}

    /** Skips the test where it is missing. */
    public static void assumeInstalled() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
        Assumptions.assumeTrue(installed, "skipped: kubectl is not installed");
    }

    /** What a folder builds to. */
    static List<Manifest> kustomize(Path folder) {
        return Arrays.stream(text(folder).split("(?m)^---\\R", -1))
                .map(document -> Manifest.of("built", document))
                .toList();
    }

    /** The same as text. */
    public static String text(Path folder) {
        try {
            Path errors = Files.createTempFile("kustomize", ".err");
            Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                    .redirectError(errors.toFile())
                    .start();
            String built = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(kubectl.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(kubectl.exitValue()).as(Files.readString(errors)).isZero();
            Files.delete(errors);
            return built;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
