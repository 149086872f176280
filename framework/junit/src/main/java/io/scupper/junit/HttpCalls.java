package io.scupper.junit;

import io.scupper.model.ScupperException;
import io.scupper.spi.Keys;
import io.scupper.spi.RunningSubject;
import io.scupper.traffic.Payload;
import io.scupper.traffic.RawClient;
import io.scupper.traffic.RawRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apiguardian.api.API;

/**
 * Calls the system under test over HTTP, each call on a connection of its own, so that no idle connection of the test is
 * counted. A test method gets one as a parameter. A call ends at the latest 10 seconds after bytes stopped moving. Safe
 * for use by several threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HttpCalls {

    private volatile RawClient client;
    private volatile boolean armed;

    HttpCalls(URI base) {
        this.client = RawClient.of(base);
    }

    /**
     * Returns those of a subject.
     *
     * @throws ScupperException if it has no HTTP address
     */
    static HttpCalls of(RunningSubject subject) {
        return new HttpCalls(subject.http()
                .orElseThrow(() -> new ScupperException("HttpCalls was asked for, but the system under test has no"
                        + " HTTP address. Say Sut.….http(port).")));
    }

    /** Calls another address from now on: that of the same subject, started anew. */
    void movedTo(URI base) {
        client = RawClient.of(base);
    }

    /**
     * Returns an id that no call has had before: a whole number below 2^31. Where a class grows, one round of the experiment
     * has the ids of the round before, which tells what is kept for each id from what is kept for each call.
     */
    public static String uniqueId() {
        return Keys.next();
    }

    /**
     * Gets a path, in which each <code>{…}</code> is filled with the next value.
     *
     * @throws IOException if there is no answer; in rounds without a fault also if its status is 400 or above, because an
     *     operation that fails by itself measures nothing
     */
    public Answer get(String path, Object... values) throws IOException {
        return call(RawRequest.of("GET", filled(path, values)));
    }

    /** Posts a body of this content type to a path; as {@link #get} otherwise. */
    public Answer post(String path, byte[] body, String contentType, Object... values) throws IOException {
        return call(RawRequest.of("POST", filled(path, values)).with(Payload.literal(body, contentType)));
    }

    /** Posts a text to a path, as JSON if it begins with a brace or bracket; as {@link #get} otherwise. */
    public Answer post(String path, String body, Object... values) throws IOException {
        boolean json = body.startsWith("{") || body.startsWith("[");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return post(path, bytes, json ? "application/json" : "text/plain; charset=utf-8", values);
    }

    /** Says whether a fault is armed, under which an error status is an answer like any other. */
    void armed(boolean armed) {
        this.armed = armed;
    }

    private Answer call(RawRequest request) throws IOException {
        var page = client.fetch(request);
        int status = page.answer().status();
        if (status == 0) {
            throw new IOException("%s %s was not answered: %s"
                    .formatted(request.method(), request.path(), page.answer().inWords()));
        }
        if (status >= 400 && !armed) {
            throw new IOException("%s %s was answered with status %d while no fault was armed: %s"
                    .formatted(request.method(), request.path(), status, page.text()));
        }
        return new Answer(status, page.text());
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
