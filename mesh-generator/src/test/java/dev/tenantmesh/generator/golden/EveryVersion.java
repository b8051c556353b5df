package dev.tenantmesh.generator.golden;

import dev.tenantmesh.generator.Platforms;
import dev.tenantmesh.generator.SupportedPlatform;
import dev.tenantmesh.generator.platform.PlatformProfile;
import dev.tenantmesh.generator.platform.Trait;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.platform.Distribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * One small model on one supported platform.
 *
 * @param profile what it is rendered for
 */
record EveryVersion(PlatformProfile profile) {

    static final Path FOLDER = Path.of("src/test/resources/every-version");

    /** Versions of a distribution that every product here runs on. */
    private static final Map<Distribution.Type, String> DISTRIBUTIONS =
            Map.of(Distribution.Type.KUBERNETES, "1.34", Distribution.Type.OPENSHIFT, "4.20");

    private static final Map<PlatformProfile, Rendering> RENDERED = new ConcurrentHashMap<>();

    static Stream<EveryVersion> all() {
        return Platforms.ALL.stream().map(SupportedPlatform::profile).map(EveryVersion::new);
    }

    /** The line of products it belongs to, and the folder of that line: {@code istio-on-openshift}. */
    String line() {
        String major = profile.version().substring(0, profile.version().indexOf('.'));
        return profile.distribution() == Distribution.Type.OPENSHIFT && !isOfOpenShift()
                ? "istio-on-openshift"
                : Spelling.of(profile.type()) + (isOfOpenShift() ? "-" + major : "");
    }

    private boolean isOfOpenShift() {
        return Spelling.of(profile.type()).startsWith("openshift");
    }

    String name() {
        return line() + "/" + profile.version();
    }

    /** What it is rendered to; rendered once for all tests. */
    Rendering rendering() {
        return RENDERED.computeIfAbsent(profile, any -> render());
    }

    /** The text of every file by its path below the folder of the platform. */
    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        rendering().texts().forEach((path, text) -> texts.put(path.substring(path.indexOf('/') + 1), text));
        return texts;
    }

    private Rendering render() {
        try {
            Path folder = Files.createTempDirectory("every-version");
            try {
                for (Map.Entry<String, String> text :
                        TextFolder.read(FOLDER.resolve("mesh")).entrySet()) {
                    Path file = folder.resolve(text.getKey());
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, held(text.getValue()));
                }
                Files.writeString(folder.resolve("platform.yaml"), platform());
                return Rendering.of(folder);
            } finally {
                TextFolder.write(folder, Map.of());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A control plane is a tenant's only where the platform can give it to one. */
    private String held(String document) {
        return profile.has(Trait.DELEGATES_CONTROL_PLANES) ? document : document.replace(", owner: {tenant: shop}", "");
    }

    private String platform() {
        boolean routes = profile.distribution() == Distribution.Type.OPENSHIFT;
        return """
                apiVersion: tenantmesh.dev/v1
                kind: Platform
                name: here
                distribution: {type: %s, version: "%s"}
                mesh: {type: %s, version: "%s"}
                network:
                  cni: %s
                  podCIDRs: [10.128.0.0/14]
                  serviceCIDRs: [172.30.0.0/16]
                  apiServerCIDRs: [192.0.2.10/32]
                %s
                tenants:
                  - name: shop
                    namespaces: ["shop*"]
                    hosts: ["*.shop.example.com"]
                    externals: [{host: rates.bank.example, cidrs: [203.0.113.0/28]}]
                """.formatted(
                        Spelling.of(profile.distribution()),
                        Objects.requireNonNull(DISTRIBUTIONS.get(profile.distribution())),
                        Spelling.of(profile.type()),
                        profile.version(),
                        routes ? "ovn-kubernetes" : "calico",
                        routes ? "" : "routeSubstitute: load-balancer");
    }
}
