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

/** The same documents give the same bytes: again, in another order, elsewhere, and many at once. */
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
    Stream<DynamicTest> again() {
        return GoldenCase.forEach(
                golden -> assertSame(golden, Rendering.of(golden.mesh()).texts(), "again"));
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
    @ValueSource(strings = {"tr-TR", "ar", "th-TH-u-nu-thai"})
    void elsewhere(String tag) {
        List<Map<String, String>> here = texts();
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

        List<Map<String, String>> there = texts();

        assertThat(there).isEqualTo(here);
    }

    @Test
    void manyAtOnce() throws Exception {
        Callable<List<Map<String, String>>> task = DeterminismTest::texts;
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<List<Map<String, String>>> each : threads.invokeAll(Collections.nCopies(THREADS, task))) {
                assertThat(each.get()).isEqualTo(texts());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Map<String, String>> texts() {
        return GoldenCase.all().stream()
                .map(golden -> (Map<String, String>) Rendering.of(golden.mesh()).texts())
                .toList();
    }

    private static void assertSame(GoldenCase golden, Map<String, String> actual, String how) {
        assertThat(TextDifference.between(golden.rendering().texts(), actual))
                .as(how)
                .isEmpty();
    }
}
