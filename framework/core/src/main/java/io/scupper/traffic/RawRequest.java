package io.scupper.traffic;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it goes on the wire. Nothing is checked or mended: a test may send what no client would.
 *
 * @param path with its query, as it is written
 * @param headers beside those of the body, {@code Host} and {@code Connection: close}, which they may replace
 * @param body empty for none
 */
public record RawRequest(String method, String path, Map<String, String> headers, Optional<Payload> body) {

    public RawRequest {
        headers = Map.copyOf(headers);
    }

    /** Makes a request without a body or further headers. */
    public static RawRequest of(String method, String path) {
        return new RawRequest(method, path, Map.of(), Optional.empty());
    }

    /** Returns the request with this body. */
    public RawRequest with(Payload payload) {
        return new RawRequest(method, path, headers, Optional.of(payload));
    }

    /** Returns the request line and the headers. */
    byte[] head(String host) {
        var all = new LinkedHashMap<String, String>();
        all.put("Host", host);
        all.put("Connection", "close");
        all.putAll(fields());
        var text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        all.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the headers that any version of HTTP has. */
    Map<String, String> fields() {
        var all = new LinkedHashMap<String, String>();
        all.put("User-Agent", "scupper");
        all.put("Accept", "*/*");
        if (body.isPresent()) {
            all.putAll(body.get().headers());
        } else if (method.equals("POST") || method.equals("PUT") || method.equals("PATCH")) {
            all.put("Content-Length", "0");
        }
        all.putAll(headers);
        return all;
    }
}
