package dev.tenantmesh.generator.starter;

import dev.tenantmesh.model.MeshSchema;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a commented model to start from: one platform, one mesh, one tenant, and the schema that editors explain them
 * by. All of it or nothing, and never over a file that is there.
 */
public final class StarterModel {

    /** Leaves room for what is put behind it, and is none of the platform's own names. */
    private static final Pattern TENANT =
            Pattern.compile("(?!(?:kube|openshift)(?:-|$))[a-z]([-a-z0-9]{0,38}[a-z0-9])?");

    private static final Pattern WORD = Pattern.compile("@(\\w+)@");

    private final StarterPlatform platform;
    private final String tenant;

    private StarterModel(StarterPlatform platform, String tenant) {
        this.platform = platform;
        this.tenant = tenant;
    }

    /** The names of the platforms there is a model for, sorted. */
    public static List<String> platforms() {
        return StarterPlatform.ALL.stream().map(StarterPlatform::name).sorted().toList();
    }

    /**
     * The model for a platform and a tenant; empty after reporting that one of them cannot be.
     *
     * @param platform one of {@link #platforms()}
     * @param tenant the name of the first tenant
     */
    public static Optional<StarterModel> of(String platform, String tenant, Problems problems) {
        Optional<StarterPlatform> known = StarterPlatform.ALL.stream()
                .filter(one -> one.name().equals(platform))
                .findFirst();
        if (known.isEmpty()) {
            invalid(
                    "mesh.platform",
                    platform,
                    "There is no starter model for this platform.",
                    choices(platform),
                    problems);
        }
        if (!TENANT.matcher(tenant).matches()) {
            String fix = "Use at most 40 lower-case letters, digits and '-', beginning with a letter; names of the"
                    + " cluster, such as openshift, are taken.";
            invalid("mesh.tenant", tenant, "This cannot be the name of a tenant.", fix, problems);
        }
        return problems.hasErrors() ? Optional.empty() : known.map(found -> new StarterModel(found, tenant));
    }

    private static String choices(String platform) {
        List<String> names = platforms();
        SortedMap<String, List<String>> versions = StarterPlatform.ALL.stream()
                .collect(Collectors.groupingBy(
                        StarterPlatform::mesh,
                        TreeMap::new,
                        Collectors.mapping(
                                StarterPlatform::version,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        all -> all.stream().distinct().toList()))));
        String products = versions.entrySet().stream()
                .map(product -> product.getKey() + "-" + String.join("|", product.getValue()))
                .collect(Collectors.joining(" or "));
        return Nearest.question(platform, names) + "Choose " + products + ". Names of Istio from 1.22 on end in "
                + StarterPlatform.ON_OPENSHIFT + " where that is meant.";
    }

    /**
     * Writes the documents into a folder, and the schema unless one is there.
     *
     * @param folder the folder of the model
     * @param schema where the schema is or will be
     * @param problems gets every file that is in the way
     * @return the files written, sorted; none if anything was in the way
     * @throws IOException if the disk refuses; nothing is left behind then
     */
    public List<Path> write(Path folder, Path schema, Problems problems) throws IOException {
        SortedMap<Path, String> texts = new TreeMap<>();
        texts.put(folder.resolve("platform.yaml"), text("platform", folder, schema));
        texts.put(folder.resolve("mesh.yaml"), text("mesh", folder, schema));
        Path tenants = folder.resolve("tenants");
        texts.put(tenants.resolve(tenant + ".yaml"), text("tenant", tenants, schema));
        if (!isSchema(schema)) {
            texts.put(schema, MeshSchema.text());
        }
        return NewFiles.write(texts, problems);
    }

    private String text(String template, Path folder, Path schema) throws IOException {
        Map<String, String> words = new HashMap<>(platform.words());
        words.put("tenant", tenant);
        words.put("schema", folder.relativize(schema).toString().replace('\\', '/'));
        return WORD.matcher(template(template + ".yaml")).replaceAll(word -> {
            String value = words.get(word.group(1));
            if (value == null) {
                throw new IllegalStateException("Nobody says what stands for " + word.group());
            }
            return java.util.regex.Matcher.quoteReplacement(value);
        });
    }

    private static String template(String name) throws IOException {
        try (InputStream in = StarterModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Built without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isSchema(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && MeshSchema.isOne(Files.readString(file));
    }

    private static void invalid(String setting, String written, String why, String fix, Problems problems) {
        problems.error(ProblemCode.SETTING_INVALID, Origin.ofModel(setting), written, why, fix);
    }
}
