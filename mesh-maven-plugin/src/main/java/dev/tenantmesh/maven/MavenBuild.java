package dev.tenantmesh.maven;

import dev.tenantmesh.generator.manifest.folder.WriteScope;
import dev.tenantmesh.model.MeshSchema;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The build that a goal runs in.
 *
 * @param session the whole build
 * @param project the module; outside any project one without a folder
 * @param execution the execution of the goal
 */
record MavenBuild(MavenSession session, MavenProject project, MojoExecution execution) {

    static final String PLUGIN = "dev.tenantmesh:mesh-maven-plugin";

    private static final String GENERATED = "dev.tenantmesh.generated:";

    /** Whether there is a POM. */
    boolean hasProject() {
        return project.getBasedir() != null;
    }

    /** The folder that paths are relative to: the module's, or the one Maven was started in. */
    Path base() {
        File base = project.getBasedir();
        String start = session.getExecutionRootDirectory();
        Path path = base != null ? base.toPath() : Path.of(start == null ? "" : start);
        return path.toAbsolutePath().normalize();
    }

    /** Whether a lifecycle phase runs the goal, not the command line. */
    boolean isBound() {
        return execution.getLifecyclePhase() != null;
    }

    /** Where the committed manifests are. */
    Path handOutput() {
        return base().resolve("deploy");
    }

    /** Where a new model is written. */
    Path newModel() {
        return base().resolve(hasProject() ? "src/main/mesh" : "model");
    }

    /** Where editors are pointed to for the schema. */
    Path schemaFile() {
        return base().resolve(".mesh").resolve(MeshSchema.FILE_NAME);
    }

    /** A goal of this plugin as it can be given on the command line. */
    String goal(String name) {
        return (knowsPrefix() ? "mesh" : PLUGIN + ":" + pluginVersion()) + ":" + name;
    }

    /** Where a build puts its own manifests. */
    Path boundOutput() {
        return buildDirectory().resolve("mesh");
    }

    /** Where a build puts mesh documents that its jar is to hold. */
    Path exportOutput() {
        return base().resolve(project.getBuild().getOutputDirectory()).resolve(project.getArtifactId());
    }

    /** Where files may be written. */
    WriteScope scope(boolean allowOutside) {
        return hasProject() ? new WriteScope(base(), allowOutside) : WriteScope.anywhere();
    }

    private Path buildDirectory() {
        return base().resolve(project.getBuild().getDirectory());
    }

    /** Where to remember what was last written to an output folder; null where nothing can be remembered. */
    @Nullable
    Path stateFile(Path output) {
        if (!hasProject()) {
            return null;
        }
        Path folder = buildDirectory().resolve("mesh-maven-plugin");
        return folder.startsWith(output) ? null : folder.resolve("generate-" + Sha256.of(output.toString()));
    }

    /** The version of this plugin. */
    String pluginVersion() {
        return execution.getMojoDescriptor().getPluginDescriptor().getVersion();
    }

    /** What tells this plugin's code from any other's; empty when it can change without notice. */
    Optional<String> pluginIdentity() {
        StringBuilder identity = new StringBuilder(pluginVersion());
        for (Artifact artifact : artifacts()) {
            File file = artifact.getFile();
            if (file == null || !file.isFile()) {
                return Optional.empty();
            }
            identity.append('\n').append(artifact.getId());
            identity.append(' ').append(file.length()).append(' ').append(file.lastModified());
        }
        return Optional.of(identity.toString());
    }

    /** The jars and folders of this plugin, with what stands under its {@code <dependencies>}. */
    List<Path> classPath() {
        return artifacts().stream()
                .flatMap(artifact -> Optional.ofNullable(artifact.getFile()).stream())
                .map(File::toPath)
                .toList();
    }

    private List<Artifact> artifacts() {
        List<Artifact> artifacts =
                execution.getMojoDescriptor().getPluginDescriptor().getArtifacts();
        return artifacts == null ? List.of() : artifacts;
    }

    /** This plugin as the module declares it; empty when it does not. */
    Optional<Plugin> declared() {
        return project.getBuildPlugins().stream()
                .filter(plugin -> plugin.getKey().equals(PLUGIN))
                .findFirst();
    }

    /** A parameter that the module sets for all executions of this plugin; one with items has no value of its own. */
    Optional<Object> declaredValue(String name) {
        return declared()
                .map(Plugin::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .map(configuration -> ((Xpp3Dom) configuration).getChild(name));
    }

    /** Whether Maven understands {@code mesh:} where the build was started: a settings group or the POM there says so. */
    boolean knowsPrefix() {
        List<String> groups = session.getPluginGroups();
        MavenProject top = session.getTopLevelProject();
        return (groups != null && groups.contains("dev.tenantmesh"))
                || (top != null && (declares(top.getBuild()) || declares(top.getPluginManagement())));
    }

    private static boolean declares(@Nullable PluginContainer plugins) {
        return plugins != null
                && plugins.getPlugins().stream()
                        .anyMatch(plugin -> plugin.getKey().equals(PLUGIN));
    }

    /** A parameter in a configuration of the POM. */
    static Optional<String> configured(@Nullable Object configuration, String name) {
        Xpp3Dom child = configuration instanceof Xpp3Dom dom ? dom.getChild(name) : null;
        return Optional.ofNullable(child == null ? null : child.getValue());
    }

    /** A parameter as given on the command line. */
    Optional<String> commanded(String property) {
        return Optional.ofNullable(session.getUserProperties().getProperty(property));
    }

    /** A parameter as given on the command line or as a property of the project. */
    Optional<String> given(String property) {
        return commanded(property)
                .or(() -> Optional.ofNullable(project.getProperties().getProperty(property)));
    }

    /** Keeps for the rest of the build that a folder was generated. */
    void rememberGenerated(Path output) {
        context().put(GENERATED + output, true);
    }

    /** Whether this module generated a folder in this build. */
    boolean wasGenerated(Path output) {
        return context().containsKey(GENERATED + output);
    }

    private Map<String, Object> context() {
        return session.getPluginContext(execution.getMojoDescriptor().getPluginDescriptor(), project);
    }
}
