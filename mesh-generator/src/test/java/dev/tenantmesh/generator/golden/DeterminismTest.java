package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same documents give the same bytes: in another order, elsewhere, and again and again at once. */
class DeterminismTest {

    private static final int THREADS = 4;

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    static Path scratch;

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @TestFactory
    Stream<DynamicTest> inAnotherOrder() {
        return GoldenCase.forEach(golden -> {
            for (Path folder : ModelShuffle.of(golden.mesh(), scratch.resolve(golden.name()))) {
                assertSame(
                        golden,
                        Rendering.of(folder).texts(),
                        folder.getFileName().toString());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar"})
    void elsewhere(String tag) {
        List<String> here = known();
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

        List<String> there = anew();

        assertThat(there).isEqualTo(here);
    }

    @Test
    void manyAtOnce() throws Exception {
        List<String> alone = known();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<List<String>> task = DeterminismTest::anew;
            for (Future<List<String>> together : threads.invokeAll(Collections.nCopies(THREADS, task))) {
                assertThat(together.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> known() {
        return GoldenCase.all().stream().map(golden -> all(golden.rendering())).toList();
    }

    private static List<String> anew() {
        return GoldenCase.all().stream()
                .map(golden -> all(Rendering.of(golden.mesh())))
                .toList();
    }

    private static String all(Rendering rendering) {
        return rendering.texts() + rendering.findings();
    }

    private static void assertSame(GoldenCase golden, Map<String, String> actual, String how) {
        assertThat(TextDifference.between(golden.rendering().texts(), actual))
                .as(how)
                .isEmpty();
    }
}
