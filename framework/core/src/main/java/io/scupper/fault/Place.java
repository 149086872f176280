package io.scupper.fault;

import io.scupper.traffic.Payload;
import io.scupper.traffic.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * Where a text stands in a request.
 *
 * @param name of the parameter, the header or the cookie; without meaning for the others
 */
record Place(Where where, String name) {

    /** The places there are. */
    enum Where {
        /** A further segment of the path. */
        PATH,
        /** A further parameter of the query. */
        QUERY,
        HEADER,
        COOKIE,
        /** The whole body. */
        BODY
    }

    /** Returns the request with the text in its place. */
    RawRequest put(RawRequest request, String text) {
        return switch (where) {
            case PATH -> at(request, segment(request.path(), text));
            case QUERY -> at(request, request.path() + (request.path().contains("?") ? '&' : '?') + name + '=' + text);
            case HEADER -> having(request, name, text);
            case COOKIE -> having(request, "Cookie", name + '=' + text);
            case BODY -> request.with(Payload.literal(text.getBytes(StandardCharsets.US_ASCII), "text/plain"));
        };
    }

    private static String segment(String path, String text) {
        int query = path.indexOf('?');
        String before = query < 0 ? path : path.substring(0, query);
        return (before.endsWith("/") ? before : before + '/') + text + path.substring(before.length());
    }

    private static RawRequest at(RawRequest request, String path) {
        return new RawRequest(request.method(), path, request.headers(), request.body());
    }

    private static RawRequest having(RawRequest request, String header, String value) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        headers.merge(header, value, (old, added) -> header.equals("Cookie") ? old + "; " + added : added);
        return new RawRequest(request.method(), request.path(), headers, request.body());
    }
}
