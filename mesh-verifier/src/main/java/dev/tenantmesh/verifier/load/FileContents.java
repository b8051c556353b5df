package dev.tenantmesh.verifier.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the bytes of a file come from: a disk, or memory. */
interface FileContents {

    /** Files on a disk. */
    FileContents ON_DISK = (file, most) -> {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    };

    /** At most so many bytes of a file. */
    byte[] read(Path file, int most) throws IOException;
}
