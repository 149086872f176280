package io.scupper.junit;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.apiguardian.api.API;

/**
 * Calls the system under test over HTTP, each call on a connection of its own, so that no idle connection of the test is
 * counted. A test method gets one as a parameter. Every call is bounded by 10 seconds. Safe for use by several threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HttpCalls {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final AtomicLong NEXT_ID = new AtomicLong(System.currentTimeMillis() * 1_000);

    private final URI base;
    private volatile boolean armed;

    HttpCalls(URI base) {
        this.base = base;
    }

    /** Returns an id that no call has had before. */
    public static String uniqueId() {
        return Long.toString(NEXT_ID.incrementAndGet());
    }

    /**
     * Gets a path, in which each <code>{…}</code> is filled with the next value.
     *
     * @throws IOException if there is no answer; in rounds without a fault also if its status is 400 or above, because an
     *     operation that fails by itself measures nothing
     */
    public Answer get(String path, Object... values) throws IOException {
        return call("GET", path, values, new byte[0]);
    }

    /** Posts a body to a path; as {@link #get} otherwise. */
    public Answer post(String path, byte[] body, Object... values) throws IOException {
        return call("POST", path, values, body);
    }

    /** Posts a text to a path; as {@link #get} otherwise. */
    public Answer post(String path, String body, Object... values) throws IOException {
        return call("POST", path, values, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Says whether a fault is armed, under which an error status is an answer like any other. */
    void armed(boolean armed) {
        this.armed = armed;
    }

    private Answer call(String method, String path, Object[] values, byte[] body) throws IOException {
        URI uri = base.resolve(filled(path, values));
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setRequestMethod(method);
        connection.setRequestProperty("Connection", "close");
        connection.setUseCaches(false);
        try {
            if (!method.equals("GET")) {
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(body.length);
                try (var out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
            var answer = read(connection);
            if (answer.status() >= 400 && !armed) {
                throw new IOException("%s %s was answered with status %d while no fault was armed: %s"
                        .formatted(method, uri, answer.status(), answer.body()));
            }
            return answer;
        } finally {
            connection.disconnect();
        }
    }

    private static Answer read(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            return new Answer(status, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String filled(String path, Object[] values) {
        String filled = path;
        for (Object value : values) {
            String text = URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
            filled = filled.replaceFirst("\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(text));
        }
        return filled;
    }

    /** What was answered. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Answer(int status, String body) {}
}
