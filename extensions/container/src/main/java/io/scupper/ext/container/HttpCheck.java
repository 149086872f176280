package io.scupper.ext.container;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/**
 * Asks an HTTP server whether it is ready. It takes a request: a published port may be open before anything listens
 * behind it.
 */
final class HttpCheck {

    private final URI question;
    private String lastAnswer = "it was not asked yet";

    HttpCheck(URI server, String path) {
        this.question = server.resolve(path.startsWith("/") ? path : "/" + path);
    }

    /** Asks once, for {@code millis} at the most, and tells whether the status was below 400. */
    boolean isReady(int millis) {
        try {
            var connection = (HttpURLConnection) question.toURL().openConnection(Proxy.NO_PROXY);
            try {
                int status = status(connection, millis);
                lastAnswer = "the last answer had status " + status;
                return status < 400;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            lastAnswer = "the last attempt met " + e;
            return false;
        }
    }

    /** Returns what was asked and what came of it, in words. */
    String lastSeen() {
        return "GET " + question + ": " + lastAnswer;
    }

    private static int status(HttpURLConnection connection, int millis) throws IOException {
        connection.setConnectTimeout(millis);
        connection.setReadTimeout(millis);
        connection.setInstanceFollowRedirects(false);
        // Kept alive it would be one connection of the subject more than the test has made.
        connection.setRequestProperty("Connection", "close");
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("an answer that is not HTTP");
        }
        return status;
    }
}
