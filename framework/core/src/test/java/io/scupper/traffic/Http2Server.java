package io.scupper.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A Jetty that speaks HTTP/2 without TLS, and nothing else; it keeps what a handler made of the last request. */
public final class Http2Server implements AutoCloseable {

    private final Server server = new Server();
    private final ServerConnector connector;
    private final CompletableFuture<String> result = new CompletableFuture<>();

    /** Answers a request by its streams; the status may be set before. */
    public interface Handling {
        String handle(Request request, Response response, InputStream in, OutputStream out) throws IOException;
    }

    public Http2Server(Handling handling) throws Exception {
        var configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(256 << 10);
        connector = new ServerConnector(server, new HTTP2CServerConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                try (var in = Content.Source.asInputStream(request);
                        var out = Content.Sink.asOutputStream(response)) {
                    result.complete(handling.handle(request, response, in, out));
                } catch (IOException | RuntimeException e) {
                    result.complete("failed");
                    callback.failed(e);
                    return true;
                }
                callback.succeeded();
                return true;
            }
        });
        server.start();
    }

    /** Reads the whole body and answers with this status. */
    public static Http2Server answering(int status) throws Exception {
        return new Http2Server((request, response, in, out) -> {
            long read = in.transferTo(OutputStream.nullOutputStream());
            response.setStatus(status);
            return "%s %s %s, %d bytes, %s"
                    .formatted(
                            request.getConnectionMetaData().getHttpVersion(),
                            request.getMethod(),
                            request.getHttpURI().getPathQuery(),
                            read,
                            request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        });
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    public String result() throws Exception {
        return result.get(20, TimeUnit.SECONDS);
    }

    public int connections() {
        return connector.getConnectedEndPoints().size();
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("The server did not stop.", e);
        }
    }
}
