package dev.tenantmesh.generator.platform;

import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.platform.ServiceMesh;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The versions of a product that there are profiles of, and the one that is nearest to another. */
final class KnownVersions {

    /** Of versions such as {@code 1.9} and {@code 1.30}. */
    static final Comparator<String> ORDER =
            Comparator.comparing(KnownVersions::numbers, (left, right) -> Arrays.compare(left, right));

    private final List<PlatformProfile> supported;
    private final ServiceMesh.Type type;

    KnownVersions(List<PlatformProfile> supported, ServiceMesh.Type type) {
        this.supported = supported;
        this.type = type;
    }

    /** What to write instead of a version that is not known: the nearest, and all there are. */
    String insteadOf(String version) {
        return "The nearest is " + nearest(version) + ". Supported are: "
                + Arrays.stream(ServiceMesh.Type.values())
                        .map(each -> Spelling.of(each) + " " + String.join(", ", versions(each)))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    /** Of two that are equally near the newer, since that is where a migration would go. */
    private String nearest(String version) {
        int[] wanted = numbers(version);
        return versions(type).stream()
                .min(Comparator.<String, Integer>comparing(known -> distance(numbers(known), wanted, 0))
                        .thenComparing(known -> distance(numbers(known), wanted, 1))
                        .thenComparing(ORDER.reversed()))
                .orElseThrow();
    }

    private static int distance(int[] known, int[] wanted, int part) {
        int other = part < wanted.length ? wanted[part] : 0;
        return Math.abs(known[part] - other);
    }

    private List<String> versions(ServiceMesh.Type of) {
        return supported.stream()
                .filter(profile -> profile.type() == of)
                .map(PlatformProfile::version)
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
