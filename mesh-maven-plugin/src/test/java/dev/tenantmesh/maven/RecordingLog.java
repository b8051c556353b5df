package dev.tenantmesh.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A build log to look into: each line with its level, as Maven prints it. */
final class RecordingLog extends SystemStreamLog {

    private final List<String> lines = new ArrayList<>();
    private final List<String> debug = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    /** What only {@code -X} shows. */
    List<String> debugLines() {
        return debug;
    }

    List<String> lines(String level) {
        return lines.stream().filter(line -> line.startsWith(level + " ")).toList();
    }

    @Override
    public void debug(CharSequence line) {
        debug.add(line.toString());
    }

    @Override
    public void info(CharSequence line) {
        lines.add("INFO " + line);
    }

    @Override
    public void warn(CharSequence line) {
        lines.add("WARN " + line);
    }

    @Override
    public void error(CharSequence line) {
        lines.add("ERROR " + line);
    }
}
