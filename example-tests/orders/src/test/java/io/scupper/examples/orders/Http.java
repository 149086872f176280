package io.scupper.examples.orders;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls the service as its users do. */
record Http(int port) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, byte[] body) {
        return send(request(path).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> postChunked(String path, byte[] body) {
        return send(request(path).POST(chunked(body)));
    }

    HttpResponse<String> postGzip(String path, byte[] gzip) {
        return send(request(path).header("Content-Encoding", "gzip").POST(chunked(gzip)));
    }

    /** One number of {@code GET /debug/counts}. */
    int count(String name) {
        Matcher number = Pattern.compile("\"" + name + "\":(\\d+)")
                .matcher(get("/debug/counts").body());
        if (!number.find()) {
            throw new AssertionError("no count is called " + name);
        }
        return Integer.parseInt(number.group(1));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
