package io.scupper.examples.realleaks.drivers;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Takes uploads, which are put into files until they are dealt with; somebody uploads an empty file. */
public final class VertxEmptyUpload {

    private static final String EMPTY_FILE = "--b\r\n"
            + "Content-Disposition: form-data; name=\"list\"; filename=\"list.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\n"
            + "\r\n--b--\r\n";

    private VertxEmptyUpload() {}

    public static void main(String[] args) throws Exception {
        var upload = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + serve()))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(EMPTY_FILE))
                .build();
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Front.serve(() -> {
            var files =
                    client.send(upload, HttpResponse.BodyHandlers.ofString()).body();
            if (!files.equals("1")) {
                throw new IllegalStateException("Instead of one file came " + files);
            }
        });
    }

    /** Returns the port. */
    private static int serve() throws Exception {
        Path folder = Files.createTempDirectory("uploads");
        folder.toFile().deleteOnExit();
        Vertx vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(folder.toString()).setDeleteUploadedFilesOnEnd(true));
        router.post()
                .handler(upload -> upload.response()
                        .end(Integer.toString(upload.fileUploads().size())));
        var listening = new CompletableFuture<HttpServer>();
        vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1", done -> {
            if (done.succeeded()) {
                listening.complete(done.result());
            } else {
                listening.completeExceptionally(done.cause());
            }
        });
        return listening.get(10, TimeUnit.SECONDS).actualPort();
    }
}
