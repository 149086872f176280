package io.scupper.runtime;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks a subject over HTTP, on a connection that is not kept. */
final class Answers {

    private Answers() {}

    static String to(Optional<URI> http) throws IOException {
        var connection =
                (HttpURLConnection) http.orElseThrow().resolve("/").toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            connection.disconnect();
        }
    }
}
