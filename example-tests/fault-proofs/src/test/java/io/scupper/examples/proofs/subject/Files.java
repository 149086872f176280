package io.scupper.examples.proofs.subject;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads a file for each request and closes it, by what its argument names. */
public final class Files {

    private static final String FILE = "/proc/self/status";

    private Files() {}

    public static void main(String[] args) throws IOException {
        Front.serve(args[0].equals("channel") ? Files::channel : Files::stream);
    }

    private static String stream() throws IOException {
        try (var file = new FileInputStream(FILE)) {
            return String.valueOf(file.read());
        }
    }

    private static String channel() throws IOException {
        try (var file = FileChannel.open(Path.of(FILE))) {
            return String.valueOf(file.read(ByteBuffer.allocate(1)));
        }
    }
}
