package dev.tenantmesh.maven;

import dev.tenantmesh.generator.manifest.Progress;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;

/**
 * Tells during a long part of a run how far it has come, at most once in a few seconds; a short one ends before the
 * first time, whatever went before it.
 * With {@code -X} it also tells how long each part took.
 */
final class Pace implements Progress {

    private static final long QUIET_NANOS = 3_000_000_000L;

    private final Log log;
    private final LongSupplier nanoTime;
    private long told;
    private long lap;

    Pace(Log log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
        this.told = nanoTime.getAsLong();
        this.lap = told;
    }

    @Override
    public void at(String doing, int done, int of) {
        long now = nanoTime.getAsLong();
        if (done == 0) {
            told = now;
        } else if (now - told >= QUIET_NANOS) {
            told = now;
            log.info(doing + " (" + done + " of " + of + ")");
        }
    }

    /** Ends a part of the run. */
    void done(String part) {
        long now = nanoTime.getAsLong();
        log.debug(String.format(Locale.ROOT, "%s: %.1f ms", part, (now - lap) / 1e6));
        lap = now;
    }
}
