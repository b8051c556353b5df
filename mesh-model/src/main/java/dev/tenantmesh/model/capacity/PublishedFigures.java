package dev.tenantmesh.model.capacity;

import dev.tenantmesh.model.capacity.Figures.Ambient;
import dev.tenantmesh.model.capacity.Figures.Cost;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What Istio's own load tests say of each version: one row a page that was published. A version between two pages costs
 * what lies between them; one after the last page what the last one says.
 *
 * @see <a href="https://istio.io/latest/docs/ops/deployment/performance-and-scalability/">performance and scalability</a>
 */
public final class PublishedFigures {

    /** What proxies hold that know hundreds of Services, as users measured it. */
    public static final Range UNSCOPED_MEMORY = Range.of(50_000_000, 200_000_000);

    /** Where that was measured. */
    public static final List<String> UNSCOPED_SOURCES =
            List.of("https://github.com/istio/istio/issues/11254", "https://github.com/istio/istio/issues/12453");

    private static final String ARCHIVE = "https://istio.io/v";
    private static final String OPS = "/docs/ops/deployment/performance-and-scalability/";
    private static final String CONCEPTS = "/docs/concepts/performance-and-scalability/";
    private static final String OPENSHIFT_2_0 =
            "https://docs.openshift.com/container-platform/4.6/service_mesh/v2x/" + "ossm-performance-scalability.html";

    private static final Cost CONTROL = Cost.of("1", 1_500);
    private static final Range MIXER = Range.of("0.6", "0.6");
    private static final Ambient AMBIENT = new Ambient(Cost.of("0.25", 60), Cost.of("0.06", 12));

    private static final List<Figures> PAGES = List.of(
            page("1.2", Cost.of("0.6", 50), MIXER, "8", ARCHIVE + "1.2" + CONCEPTS),
            page("1.3", Cost.of("0.6", 50), MIXER, "7", ARCHIVE + "1.3" + CONCEPTS),
            page("1.4", Cost.of("0.5", 50), MIXER, "6.3", ARCHIVE + "1.4" + OPS),
            page("1.5", Cost.of("0.5", 50), MIXER, "2.8", ARCHIVE + "1.5" + OPS),
            page("1.6", Cost.of("0.5", 50), Range.NONE, "3.12", OPENSHIFT_2_0),
            page("1.7", Cost.of("0.5", 50), Range.NONE, "2.76", ARCHIVE + "1.7" + OPS),
            page("1.8", Cost.of("0.5", 50), Range.NONE, "2.76", ARCHIVE + "1.8" + OPS),
            page("1.10", Cost.of("0.35", 40), Range.NONE, "2.65", ARCHIVE + "1.10" + OPS),
            page("1.16", Cost.of("0.35", 40), Range.NONE, "2.65", ARCHIVE + "1.16" + OPS),
            page("1.22", Cost.of("0.5", 50), Range.NONE, "", ARCHIVE + "1.22" + OPS),
            new Figures(
                    "1.24",
                    Cost.of("0.20", 60),
                    CONTROL,
                    Range.NONE,
                    Optional.empty(),
                    List.of(AMBIENT),
                    List.of(ARCHIVE + "1.24" + OPS)));

    private PublishedFigures() {}

    /** Every page, the oldest first. */
    public static List<Figures> all() {
        return PAGES;
    }

    /**
     * What is known of a minor version of Istio.
     *
     * @param version such as {@code 1.30}
     */
    public static Figures of(String version) {
        Optional<Figures> before = PAGES.stream()
                .filter(page -> minor(page.version()) <= minor(version))
                .max(Comparator.comparingInt(page -> minor(page.version())));
        Optional<Figures> after = PAGES.stream()
                .filter(page -> minor(page.version()) >= minor(version))
                .min(Comparator.comparingInt(page -> minor(page.version())));
        Figures first = before.or(() -> after).orElseThrow();
        Figures last = after.or(() -> before).orElseThrow();
        return first.equals(last) ? first : first.to(last);
    }

    /** What lies between the cheapest and the dearest page, for a version of which nothing is known. */
    public static Figures ofAnyVersion() {
        return PAGES.stream().reduce(Figures::to).orElseThrow();
    }

    private static Figures page(String version, Cost sidecar, Range telemetry, String latency, String source) {
        return new Figures(
                version,
                sidecar,
                CONTROL,
                telemetry,
                latency.isEmpty() ? Optional.empty() : Optional.of(Range.of(latency, latency)),
                List.of(),
                List.of(source));
    }

    private static int minor(String version) {
        return Integer.parseInt(version.substring(version.indexOf('.') + 1));
    }
}
