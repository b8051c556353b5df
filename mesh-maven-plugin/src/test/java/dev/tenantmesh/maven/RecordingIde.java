package dev.tenantmesh.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.sonatype.plexus.build.incremental.DefaultBuildContext;

/** An IDE to look into, by the API that m2e implements. */
final class RecordingIde extends DefaultBuildContext {

    final List<String> calls = new ArrayList<>();
    boolean incremental;
    boolean changed = true;

    @Override
    public boolean isIncremental() {
        return incremental;
    }

    @Override
    public boolean hasDelta(File file) {
        return changed;
    }

    @Override
    public void refresh(File file) {
        calls.add("refresh " + file.getName());
    }

    @Override
    public void removeMessages(File file) {
        calls.add("forget " + file.getName());
    }

    @Override
    public void addMessage(File file, int line, int column, String message, int severity, Throwable cause) {
        calls.add((severity == SEVERITY_ERROR ? "error " : "warning ") + file.getName() + ":" + line + ":" + column
                + " " + message);
    }
}
