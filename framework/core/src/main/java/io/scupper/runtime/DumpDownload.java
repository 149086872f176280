package io.scupper.runtime;

import io.scupper.control.Line;
import io.scupper.control.Verbs;
import io.scupper.model.ByteSize;
import io.scupper.model.ScupperException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Writes a heap dump of the subject into a file, part by part; what is not whole is removed again. The channel serves others
 * in between, and after every failure that is not its own.
 */
final class DumpDownload {

    /** The setting that bounds what a dump may take on this side's disk, for messages. */
    static final String LIMIT = "scupper.dump.limit";

    /** A dump stops the subject for about a second per GiB on a fast disk, and for a minute on a slow one. */
    private static final Duration TAKEN_WITHIN = Duration.ofMinutes(5);

    private static final Duration PART_WITHIN = Duration.ofSeconds(30);

    private final AgentChannel channel;
    private final Path file;
    private final long mostBytes;
    private long written;

    private DumpDownload(AgentChannel channel, Path file, long mostBytes) {
        this.channel = channel;
        this.file = file;
        this.mostBytes = mostBytes;
    }

    /**
     * Takes a dump and waits until it is in the file.
     *
     * @throws ScupperException if it has more than {@code mostBytes}, does not fit on the disk, or the agent cannot take it
     */
    static void into(Path file, long mostBytes, AgentChannel channel) {
        var download = new DumpDownload(channel, file, mostBytes);
        try {
            OutputStream out = Files.newOutputStream(file);
            download.write(out);
        } catch (IOException e) {
            throw download.unwritable(e);
        }
    }

    private void write(OutputStream out) throws IOException {
        boolean done = false;
        try {
            try (out) {
                download(out);
            }
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void download(OutputStream out) throws IOException {
        long size =
                channel.ask(TAKEN_WITHIN, List.of(Line.of(Verbs.DUMP))).get(0).number(0);
        boolean done = false;
        try {
            byte[] part = channel.askForBytes(PART_WITHIN, Line.of(Verbs.DUMP_PART));
            while (part.length > 0) {
                if (written + part.length > mostBytes) {
                    throw tooLarge(size);
                }
                out.write(part);
                written += part.length;
                part = channel.askForBytes(PART_WITHIN, Line.of(Verbs.DUMP_PART));
            }
            done = true;
        } finally {
            if (!done) {
                endEarly();
            }
        }
    }

    private void endEarly() {
        try {
            channel.ask(PART_WITHIN, List.of(Line.of(Verbs.DUMP_END)));
        } catch (ScupperException e) {
            // The agent lets go of it when the connection ends; what failed first is what is told.
        }
    }

    private ScupperException tooLarge(long size) {
        return new ScupperException(
                "The heap dump of the subject, %s before it is compressed, was cut off: it has more than the limit of %s compressed. Raise the limit with -D%s=%s, or give the subject a smaller heap."
                        .formatted(ByteSize.format(size), ByteSize.format(mostBytes), LIMIT, suggestion(size)));
    }

    /** Compressed, a dump never has more bytes than it has itself, but for some for the format. */
    private static String suggestion(long size) {
        return (size / (1 << 20) + 1) + "MiB";
    }

    private ScupperException unwritable(IOException cause) {
        return new ScupperException(
                "The heap dump of the subject could not be written to '%s' (%s): %s were written, %s. Make room, or choose another folder."
                        .formatted(file, cause, ByteSize.format(written), free()),
                cause);
    }

    private String free() {
        try {
            Path folder = file.toAbsolutePath().getParent();
            return ByteSize.format(Files.getFileStore(folder).getUsableSpace()) + " were free then";
        } catch (IOException e) {
            return "how much is free there is unknown";
        }
    }
}
