package io.scupper.agent.dump;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A dump that is packed by gzip while it is read, a part at a time. Takes a quarter of a mebibyte of heap, however large the
 * dump is.
 */
final class PackedDump {

    /** Small enough to lie in a socket's buffers, so that a runner that stands still does not hold the agent up. */
    private static final int PART = 96 << 10;

    private static final int READ = 32 << 10;

    private final InputStream in;
    private final long size;
    private final byte[] read = new byte[READ];

    // With room for what one more read adds, so that it never grows.
    private final ByteArrayOutputStream part = new ByteArrayOutputStream(PART + 2 * READ);
    private final Fast gzip;
    private boolean ready;
    private boolean finished;

    private PackedDump(DumpFile file) throws IOException {
        this.in = file.in();
        this.size = file.size();
        this.gzip = new Fast(part);
    }

    /** Begins to pack; what is read of the file is gone if that fails. */
    static PackedDump of(DumpFile file) throws IOException {
        try {
            return new PackedDump(file);
        } catch (IOException | Error e) {
            file.in().close();
            throw e;
        }
    }

    long size() {
        return size;
    }

    /** Makes a part ready; does nothing if one is. Returns its length, 0 when all have been written. */
    int prepare() throws IOException {
        while (!ready && !finished && part.size() < PART) {
            int count = in.read(read);
            if (count < 0) {
                gzip.finish();
                finished = true;
            } else {
                gzip.write(read, 0, count);
            }
        }
        ready = true;
        return part.size();
    }

    /** Writes the part that is ready, if there is one: the head of the format alone is none. */
    void writePrepared(OutputStream out) throws IOException {
        if (ready) {
            part.writeTo(out);
            part.reset();
            ready = false;
        }
    }

    /** Frees memory and file; never throws. */
    void close() {
        gzip.free();
        try {
            in.close();
        } catch (IOException e) {
            // Nothing of it is to be kept anyway.
        }
    }

    /** Packs as fast as it can: the subject waits for the agent, and the network is near. */
    private static final class Fast extends GZIPOutputStream {

        Fast(OutputStream out) throws IOException {
            super(out, READ);
            def.setLevel(Deflater.BEST_SPEED);
        }

        /** Closing would finish first, which may fail and is for nothing. */
        void free() {
            def.end();
        }
    }
}
