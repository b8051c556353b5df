package dev.tenantmesh.generator.manifest.folder;

import dev.tenantmesh.generator.manifest.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes several files below a root, all or none: whatever fails midway, everything is put back as it was. */
final class FileTransaction {

    private static final String TEMPORARY = ".mesh-tmp";

    /**
     * One file.
     *
     * @param path where
     * @param before what stands there; null when nothing does
     * @param after what shall stand there; null when nothing shall
     */
    record Change(
            Path path, @Nullable Content before, @Nullable Content after) {}

    @FunctionalInterface
    private interface Undo {
        void run() throws IOException;
    }

    private final Path root;
    private final Deque<Undo> undos = new ArrayDeque<>();

    private FileTransaction(Path root) {
        this.root = root;
    }

    /**
     * Makes the changes in their order, then removes the folders below the root that they emptied.
     *
     * @param progress is told before each change
     * @throws IOException if one fails; then none is made, and what could not be put back is among the suppressed
     */
    static void apply(Path root, List<Change> changes, Progress progress) throws IOException {
        FileTransaction transaction = new FileTransaction(root);
        try {
            for (int i = 0; i < changes.size(); i++) {
                progress.at("Writing files", i, changes.size());
                transaction.make(changes.get(i));
            }
        } catch (IOException | RuntimeException failed) {
            transaction.putBack(failed);
            throw failed;
        }
        for (Change change : changes) {
            if (change.after() == null) {
                transaction.removeEmptyFolders(change.path());
            }
        }
    }

    private void make(Change change) throws IOException {
        Path path = change.path();
        requireAsRead(path, change.before());
        if (change.after() != null) {
            createFolder(path.resolveSibling(""));
            put(path, change.after());
        } else {
            Files.delete(path);
        }
        Content before = change.before();
        undos.push(before == null ? () -> Files.delete(path) : () -> put(path, before));
    }

    /** Someone may have written since we looked. */
    private static void requireAsRead(Path path, @Nullable Content before) throws IOException {
        if (!Objects.equals(OutputFolder.read(path), before)) {
            throw new IOException(path + " was changed by someone else meanwhile");
        }
    }

    private void createFolder(Path folder) throws IOException {
        if (!isFolder(folder)) {
            createFolder(folder.resolveSibling(""));
            Files.createDirectory(folder);
            undos.push(() -> Files.delete(folder));
        }
    }

    /** Links above the root are the user's own; below it there are none. */
    private boolean isFolder(Path path) {
        return path.startsWith(root) ? Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) : Files.isDirectory(path);
    }

    /** Readers see the old file or the new one, never a part. */
    private static void put(Path path, Content content) throws IOException {
        Path temporary = path.resolveSibling(TEMPORARY);
        Files.deleteIfExists(temporary);
        try {
            Files.write(temporary, content.bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void putBack(Exception failed) {
        boolean interrupted = Thread.interrupted();
        while (!undos.isEmpty()) {
            try {
                undos.pop().run();
            } catch (IOException notRestored) {
                failed.addSuppressed(notRestored);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void removeEmptyFolders(Path deleted) {
        Path folder = deleted.resolveSibling("");
        try {
            while (!folder.equals(root) && folder.startsWith(root) && Files.deleteIfExists(folder)) {
                folder = folder.resolveSibling("");
            }
        } catch (IOException inUse) {
            // other files are in it, or it is not ours to remove: an empty folder does no harm
        }
    }
}
