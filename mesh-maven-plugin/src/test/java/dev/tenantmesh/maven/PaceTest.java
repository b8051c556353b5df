package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    private final RecordingLog log = new RecordingLog();
    private final AtomicLong clock = new AtomicLong(-7 * SECOND);
    private final Pace pace = new Pace(log, clock::get);

    @Test
    void isSilentDuringAShortRun() {
        for (int i = 0; i < 1000; i++) {
            pace.at("Writing files", i, 1000);
        }
        clock.addAndGet(3 * SECOND - 1);
        pace.at("Writing files", 1000, 1000);

        assertThat(log.lines("INFO")).isEmpty();
    }

    @Test
    void speaksEveryThreeSecondsOfALongOne() {
        for (int i = 0; i < 10; i++) {
            pace.at("Writing files", i, 10);
            clock.addAndGet(SECOND);
        }

        assertThat(log.lines("INFO"))
                .containsExactly(
                        "INFO Writing files (3 of 10)", "INFO Writing files (6 of 10)", "INFO Writing files (9 of 10)");
    }

    @Test
    void countsFromTheBeginningOfEachPart() {
        pace.at("Rendering dev", 0, 2);
        clock.addAndGet(9 * SECOND);
        pace.at("Writing files", 0, 22);
        pace.at("Writing files", 21, 22);

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void measuresEachPartForWhoeverDebugs() {
        clock.addAndGet(SECOND / 2);
        pace.done("Read 1 platforms");
        clock.addAndGet(SECOND / 4);
        pace.done("Rendered 7 files");

        assertThat(log.debugLines()).containsExactly("Read 1 platforms: 500.0 ms", "Rendered 7 files: 250.0 ms");
    }
}
