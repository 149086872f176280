package io.scupper.ext.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The last lines that a container printed. Asked for only when they are needed: a thread that follows the output of a
 * subject under a log storm would disturb the test, and hold what it printed.
 */
final class LastLines {

    private static final int LINES = 50;
    private static final int LINE_LENGTH = 500;
    private static final int MOST_BYTES = 1 << 20;
    private static final long TIMEOUT_SECONDS = 5;

    private LastLines() {}

    /** Returns a sentence with the last 50 lines, 500 characters each at most, for the end of a message. Never throws. */
    static String of(Engine engine, String containerId) {
        try (var output = new Output()) {
            engine.client()
                    .logContainerCmd(containerId)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(LINES)
                    .exec(output)
                    .awaitCompletion(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return inWords(output.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } catch (RuntimeException | IOException e) {
            return " What it printed could not be read: " + Causes.deepest(e) + ".";
        }
    }

    private static String inWords(String text) {
        if (text.isBlank()) {
            return " It printed nothing.";
        }
        return text.lines()
                .map(line -> "\n    " + line.substring(0, Math.min(line.length(), LINE_LENGTH)))
                .collect(Collectors.joining("", " It last printed:", ""));
    }

    private static final class Output extends ResultCallback.Adapter<Frame> {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void onNext(Frame frame) {
            byte[] payload = frame.getPayload();
            if (payload != null && bytes.size() < MOST_BYTES) {
                bytes.writeBytes(payload);
            }
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
