package io.scupper.ext.outside;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Gets pages of one server over one connection that stays, so that the reading itself is the same in each sample. */
final class Page {

    private static final Duration WITHIN = Duration.ofSeconds(30);

    private final URI server;
    private final HttpClient client;

    Page(URI server) {
        this.server = server;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(WITHIN)
                .build();
    }

    /**
     * Returns the text of a page.
     *
     * @param advice what to do where it is not there
     * @throws ScupperException if it is not answered, or by another status than 200
     */
    String get(String path, String advice) {
        URI page = server.resolve(path);
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(page).timeout(WITHIN).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new ScupperException(
                        "GET %s was answered with status %d. %s".formatted(page, answer.statusCode(), advice));
            }
            return answer.body();
        } catch (IOException e) {
            throw new ScupperException("GET %s was not answered: %s. %s".formatted(page, e, advice), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScupperException("The test was interrupted while it read %s.".formatted(page), e);
        }
    }
}
