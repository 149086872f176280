package io.scupper.runtime;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/**
 * The last lines that a process printed. Holds 50 lines of 500 characters at the most, however long the lines are: a
 * subject under a log storm must not fill the test's heap.
 */
final class OutputTail {

    private static final int LINES = 50;
    private static final int LINE_LENGTH = 500;

    private final Deque<String> lines = new ArrayDeque<>();
    private final StringBuilder current = new StringBuilder();

    /** Reads to the end; blocks until then. */
    void readFrom(Reader reader) throws IOException {
        var buffer = new char[4096];
        for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
            take(buffer, length);
        }
    }

    /** Returns the lines, indented and each preceded by a line break; empty if nothing was printed. */
    synchronized String indented() {
        String unfinished = current.length() == 0 ? "" : "\n    " + current;
        return lines.stream().map(line -> "\n    " + line).collect(Collectors.joining()) + unfinished;
    }

    private synchronized void take(char[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                endLine();
            } else if (buffer[i] != '\r' && current.length() < LINE_LENGTH) {
                current.append(buffer[i]);
            }
        }
    }

    private void endLine() {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(current.toString());
        current.setLength(0);
    }
}
