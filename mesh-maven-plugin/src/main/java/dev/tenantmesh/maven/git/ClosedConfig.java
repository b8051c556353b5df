package dev.tenantmesh.maven.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * The settings that count for a repository: its own, and none of the user or the machine, for which JGit would start git
 * to ask where they are. Nothing is written either.
 */
final class ClosedConfig extends SystemReader.Delegate {

    private ClosedConfig(SystemReader machine) {
        super(machine);
    }

    /** Has it count for this copy of JGit, which only this plugin uses. */
    static synchronized void install() {
        SystemReader now = SystemReader.getInstance();
        if (!(now instanceof ClosedConfig)) {
            SystemReader.setInstance(new ClosedConfig(now));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    /** Settings without a file. */
    private static final class Empty extends FileBasedConfig {

        private Empty(Config parent, FS fs) {
            super(parent, new java.io.File(""), fs);
        }

        @Override
        public void load() {
            clear();
        }

        @Override
        public void save() {
            throw new IllegalStateException("Settings of the machine are not written");
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
