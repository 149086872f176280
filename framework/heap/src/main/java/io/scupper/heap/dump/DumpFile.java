package io.scupper.heap.dump;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A heap dump on disk, unpacked for as long as it is open: it is read several times. */
final class DumpFile implements AutoCloseable {

    /** How many bytes are unpacked at once: some hundred thousand calls of the system fewer than with a stream's own. */
    private static final int PART = 1 << 18;

    private final Path file;
    private final boolean temporary;

    private DumpFile(Path file, boolean temporary) {
        this.file = file;
        this.temporary = temporary;
    }

    /**
     * Opens a dump; one packed by gzip, whatever its name, is unpacked into a temporary file.
     *
     * @throws DumpException if there is none, or it is cut off
     */
    static DumpFile open(Path dump) {
        if (!Files.isReadable(dump) || Files.isDirectory(dump)) {
            throw new DumpException("Heap dump '" + dump + "' cannot be read: no such file, or not readable.");
        }
        try {
            return isPacked(dump) ? unpacked(dump) : new DumpFile(dump, false);
        } catch (EOFException | ZipException e) {
            throw new DumpException(
                    "Heap dump '" + dump + "' is truncated or damaged: gzip does not come to its end.", e);
        } catch (IOException e) {
            throw new DumpException("Heap dump '" + dump + "' cannot be unpacked: " + e, e);
        }
    }

    Path path() {
        return file;
    }

    @Override
    public void close() {
        if (temporary) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }

    private static boolean isPacked(Path dump) throws IOException {
        try (InputStream in = Files.newInputStream(dump)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    private static DumpFile unpacked(Path dump) throws IOException {
        var file = new DumpFile(Files.createTempFile("scupper-heap", ".hprof"), true);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(dump), PART);
                OutputStream out = Files.newOutputStream(file.file)) {
            byte[] part = new byte[PART];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                out.write(part, 0, read);
            }
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }
}
