package dev.tenantmesh.generator.manifest.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps two writers out of one output folder: threads of this JVM wait for each other, other processes are turned away.
 * The lock's file lies in the folder for temporary files, so that it is never committed, and stays there, since
 * removing it would let a third writer in.
 */
final class OutputLock {

    private static final ConcurrentMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    /** What is done while nobody else writes. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    private OutputLock() {}

    /** Does the work under the lock of a folder; empty, and not done, when another process has it. */
    static <T> Optional<T> during(Path folder, Work<T> work) throws IOException {
        ReentrantLock threads = THREADS.computeIfAbsent(folder, absent -> new ReentrantLock());
        threads.lock();
        try (FileChannel channel = FileChannel.open(
                fileOf(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            return isTaken(channel) ? Optional.empty() : Optional.of(work.run());
        } finally {
            threads.unlock();
        }
    }

    /** Takes the lock, which closing the channel gives back, unless someone has it. */
    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException otherClassLoader) {
            return true;
        }
    }

    static Path fileOf(Path folder) {
        String key = System.getProperty("user.name") + "|" + folder;
        return Path.of(
                System.getProperty("java.io.tmpdir"), "mesh-" + Content.of(key).hash() + ".lock");
    }
}
