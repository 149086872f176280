package io.scupper.examples.proofs.subject;

import java.io.FileInputStream;
import java.io.IOException;

/** Reads a file for each request. The argument is {@code leaky}, which leaves closing it to the collector, or {@code remedied}. */
public final class Lines {

    private static final String FILE = "/proc/self/status";

    private Lines() {}

    public static void main(String[] args) throws IOException {
        boolean remedied = args[0].equals("remedied");
        Front.serve(() -> {
            @SuppressWarnings("StreamResourceLeak")
            var file = new FileInputStream(FILE);
            int first = file.read();
            if (remedied) {
                file.close();
            }
            return String.valueOf(first);
        });
    }
}
