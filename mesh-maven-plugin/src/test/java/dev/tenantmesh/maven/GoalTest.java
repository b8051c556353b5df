package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project in a folder of its own, in which goals run. */
@MojoTest
abstract class GoalTest {

    static final String DENY = "deploy/istio/web-prod/networkpolicy-default-deny.yaml";

    final RecordingLog log = new RecordingLog();

    final Properties commandLine = new Properties();

    @TempDir
    Path temporary;

    Path base;

    @Inject
    MavenSession session;

    @Inject
    MavenProject project;

    @Inject
    MojoExecution execution;

    @BeforeEach
    void givenProject() throws IOException {
        base = temporary.toRealPath().resolve("project");
        Files.createDirectories(base);
        lenient().doReturn(base.toFile()).when(project).getBasedir();
        project.getBuild().setDirectory(base.resolve("target").toString());
        Map<String, Object> context = new ConcurrentHashMap<>();
        lenient().when(session.getPluginContext(any(), any())).thenReturn(context);
        lenient().when(session.getUserProperties()).thenReturn(commandLine);
    }

    void givenModel(String documents) throws IOException {
        givenFile("src/main/mesh/mesh.yaml", documents);
    }

    void givenFile(String path, String text) throws IOException {
        Files.createDirectories(base.resolve(path).getParent());
        Files.writeString(base.resolve(path), text);
    }

    /** A new build, in which nothing was generated yet, on the same files. */
    void givenNewBuild() {
        session.getPluginContext(null, null).clear();
        log.lines().clear();
    }

    void givenOutsideAnyProject() {
        lenient().doReturn(null).when(project).getBasedir();
        lenient().when(session.getExecutionRootDirectory()).thenReturn(base.toString());
    }

    void givenBoundToABuild() {
        lenient().doReturn("generate-resources").when(execution).getLifecyclePhase();
    }

    void run(AbstractMojo mojo) throws Exception {
        mojo.setLog(log);
        mojo.execute();
    }

    /** What the build fails with. */
    String failure(AbstractMojo mojo) {
        return catchThrowableOfType(MojoFailureException.class, () -> run(mojo)).getMessage();
    }

    String text(String path) throws IOException {
        return Files.readString(base.resolve(path));
    }

    /** Every file with its text. */
    Map<String, String> snapshot() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(base.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }
}
