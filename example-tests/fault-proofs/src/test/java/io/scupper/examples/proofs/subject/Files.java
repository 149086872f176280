package io.scupper.examples.proofs.subject;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads or writes a file for each request and closes it, by what its argument names. */
public final class Files {

    private static final String FILE = "/proc/self/status";

    private Files() {}

    public static void main(String[] args) throws IOException {
        Front.serve(
                switch (args[0]) {
                    case "channel" -> Files::channel;
                    case "stream" -> Files::stream;
                    case "writer" -> writer();
                    default -> throw new IllegalArgumentException(args[0]);
                });
    }

    private static String stream() throws IOException {
        try (var file = new FileInputStream(FILE)) {
            return String.valueOf(file.read());
        }
    }

    private static Front.Work writer() throws IOException {
        String file = java.nio.file.Files.createTempFile("written", null).toString();
        return () -> {
            try (var written = new FileOutputStream(file)) {
                written.write('4');
                return "written";
            }
        };
    }

    private static String channel() throws IOException {
        try (var file = FileChannel.open(Path.of(FILE))) {
            return String.valueOf(file.read(ByteBuffer.allocate(1)));
        }
    }
}
