package io.scupper.fault;

import io.scupper.model.ScupperException;
import io.scupper.spi.Keys;
import io.scupper.spi.Parameter;
import io.scupper.spi.RunningSubject;
import io.scupper.traffic.FramedClient;
import io.scupper.traffic.RawClient;
import io.scupper.traffic.RawRequest;
import io.scupper.traffic.TrafficClient;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a fault sends its requests: a method, a path in which <code>{id}</code> is new for each request, headers, and by which
 * version of HTTP.
 */
record Destination(String method, String path, Map<String, String> headers, boolean http2) {

    static final Parameter TO = new Parameter("to", "a method and a path, such as 'POST /orders/{id}'", "");
    static final Parameter HEADERS = new Parameter("headers", "'name: value', one a line", "");
    static final Parameter HTTP = new Parameter("http", "1.1 or 2", "1.1");

    private static final Pattern LINE = Pattern.compile("([A-Z]+) +(/[^\\s]*)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    /**
     * Reads {@code to}, {@code headers} and {@code http}.
     *
     * @throws ScupperException if one of them is not what is allowed
     */
    static Destination of(Allowed allowed) {
        return of(allowed, TO.name());
    }

    /** As the other, with method and path from another parameter. */
    static Destination of(Allowed allowed, String to) {
        var line = LINE.matcher(allowed.parameters().textOrEmpty(to).strip());
        allowed.require(to, line.matches());
        var headers = new LinkedHashMap<String, String>();
        for (String header : allowed.parameters().textOrEmpty("headers").split("\n")) {
            if (!header.isBlank()) {
                int colon = header.indexOf(':');
                allowed.require("headers", colon > 0);
                headers.put(
                        header.substring(0, colon).strip(),
                        header.substring(colon + 1).strip());
            }
        }
        String http = allowed.parameters().textOrEmpty("http").strip();
        allowed.require("http", http.isEmpty() || http.equals("1.1") || http.equals("2"));
        return new Destination(line.group(1), line.group(2), headers, http.equals("2"));
    }

    /**
     * Refuses what HTTP/2 has no words for, if that is what is asked for.
     *
     * @param why what it has instead, or that it has none
     */
    void requireExpressible(Allowed allowed, String name, boolean expressible, String why) {
        if (http2 && !expressible) {
            throw new ScupperException(
                    "Parameter '%s' of fault '%s' is '%s', which HTTP/2 cannot express: %s. Use http=1.1."
                            .formatted(
                                    name,
                                    allowed.type().id(),
                                    allowed.parameters().textOrEmpty(name),
                                    why));
        }
    }

    /** Returns the next request, without a body. */
    RawRequest next() {
        String filled = PLACEHOLDER.matcher(path).replaceAll(placeholder -> Keys.next());
        return new RawRequest(method, filled, headers, Optional.empty());
    }

    /**
     * Returns a client of the subject's HTTP server.
     *
     * @throws ScupperException if it has none
     */
    TrafficClient client(RunningSubject subject, String faultId) {
        URI base = subject.http()
                .orElseThrow(() -> new ScupperException(
                        "Fault '%s' sends '%s', but %s has no HTTP server that Scupper knows of. Say which port it has."
                                .formatted(faultId, this, subject.description())));
        try {
            return http2 ? FramedClient.of(base) : RawClient.of(base);
        } catch (IllegalArgumentException e) {
            throw new ScupperException("Fault '%s' sends HTTP without TLS. %s".formatted(faultId, e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
