package io.scupper.examples.realleaks.drivers;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** Opens a web socket, and is refused. */
public final class OkHttpWsRefused {

    private OkHttpWsRefused() {}

    public static void main(String[] args) throws Exception {
        String upstream = Front.upstream(exchange -> Front.answer(exchange, 403, "Not for you."));
        var client = new OkHttpClient();
        var request = new Request.Builder().url(upstream).build();
        Front.serve(() -> {
            var refused = new CountDownLatch(1);
            client.newWebSocket(request, new WebSocketListener() {
                @Override
                public void onFailure(WebSocket socket, Throwable failure, Response response) {
                    refused.countDown();
                }
            });
            if (!refused.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("It was not refused.");
            }
        });
    }
}
