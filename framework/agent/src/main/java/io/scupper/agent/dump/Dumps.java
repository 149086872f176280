package io.scupper.agent.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one dump, of the heap or of the threads, that is being handed out, part by part; nothing of it stays once it is read to its end, ended, or replaced by
 * the next. Used by the agent's thread alone.
 */
public final class Dumps {

    private @Nullable PackedDump current;

    /**
     * Dumps the live heap, in the place of a dump taken before; stops the subject for as long as that takes.
     *
     * @return the size of the dump before it is packed, in bytes
     * @throws IOException if no folder takes it; the message names those that were tried
     */
    public long take() throws IOException {
        end();
        List<Path> folders = DumpFile.folders();
        PackedDump taken = PackedDump.of(DumpFile.take(folders, HeapDumper::dump));
        current = taken;
        return taken.size();
    }

    /**
     * Dumps the stacks of all threads as JSON, in the place of a dump taken before.
     *
     * @return the size of the dump before it is packed, in bytes; 0, and no dump, if this JVM has no such dumps
     * @throws IOException if no folder takes it; the message names those that were tried
     */
    public long takeThreads() throws IOException {
        end();
        if (!ThreadDumper.isThere()) {
            return 0;
        }
        PackedDump taken = PackedDump.of(DumpFile.takeThreads(DumpFile.folders(), ThreadDumper::dump));
        current = taken;
        return taken.size();
    }

    /**
     * Makes the next part ready; the same one again if it was not written yet.
     *
     * @return its length in bytes; 0 after the last one, with which the dump is gone
     * @throws IllegalStateException if no dump is being handed out, as after a failure half-way through one
     */
    public int prepare() throws IOException {
        PackedDump dump = current;
        if (dump == null) {
            throw new IllegalStateException("No dump is being read; it failed or was ended, and must be taken anew.");
        }
        int length;
        try {
            length = dump.prepare();
        } catch (IOException | RuntimeException | Error e) {
            // What was packed so far may have lost a piece, for example when memory ran out.
            end();
            throw e;
        }
        if (length == 0) {
            end();
        }
        return length;
    }

    /** Writes the part that is ready, if there is one. */
    public void writePrepared(OutputStream out) throws IOException {
        PackedDump dump = current;
        if (dump != null) {
            dump.writePrepared(out);
        }
    }

    /** Lets go of the dump; does nothing where there is none. */
    public void end() {
        PackedDump dump = current;
        current = null;
        if (dump != null) {
            dump.close();
        }
    }
}
