package io.scupper.examples.proofs.subject;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/** Tools that servers are made of: buffers, and requests that are answered later. */
final class ServerTools {

    private ServerTools() {}

    static Map<String, Tool> all() throws IOException, LifecycleException {
        return Map.of("unreleased-buffer", new Buffers(), "unfinished-async", Requests.served());
    }

    private static final class Buffers implements Tool {

        private static final int BYTES = 64;

        private final Queue<ByteBuf> made = new ConcurrentLinkedQueue<>();

        @Override
        public void use() {
            ByteBuf buffer = UnpooledByteBufAllocator.DEFAULT.directBuffer(BYTES);
            made.add(buffer);
            buffer.release();
        }

        @Override
        public int out() {
            return (int) made.stream().filter(buffer -> buffer.refCnt() > 0).count();
        }
    }

    /** Each use asks a server of its own, and answers what it asked. */
    private static final class Requests implements Tool {

        private static final byte[] ASK =
                "GET / HTTP/1.1\r\nHost: workshop\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

        private final BlockingQueue<AsyncContext> begun = new LinkedBlockingQueue<>();
        private final AtomicInteger unfinished = new AtomicInteger();
        /** A client that has gone ends its request too. */
        private final Queue<Socket> clients = new ConcurrentLinkedQueue<>();

        private final Tomcat tomcat = new Tomcat();

        static Requests served() throws IOException, LifecycleException {
            var requests = new Requests();
            requests.tomcat.setBaseDir(Files.createTempDirectory("workshop").toString());
            requests.tomcat.setPort(0);
            requests.tomcat.getConnector();
            Context context = requests.tomcat.addContext("", null);
            Wrapper later = Tomcat.addServlet(context, "later", new Later(requests));
            later.addMapping("/");
            later.setAsyncSupported(true);
            requests.tomcat.start();
            return requests;
        }

        @Override
        public void use() throws IOException, InterruptedException {
            var client = new Socket(
                    InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
            clients.add(client);
            client.getOutputStream().write(ASK);
            begun.take().complete();
        }

        @Override
        public int out() {
            return unfinished.get();
        }

        private void begin(AsyncContext request) {
            request.setTimeout(0);
            unfinished.incrementAndGet();
            request.addListener(new Counting(unfinished));
            begun.add(request);
        }
    }

    private static final class Later extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final transient Requests requests;

        Later(Requests requests) {
            this.requests = requests;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            requests.begin(request.startAsync());
        }
    }

    private record Counting(AtomicInteger unfinished) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            unfinished.decrementAndGet();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // There is none.
        }

        @Override
        public void onError(AsyncEvent event) {
            // It is completed then.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // Once a request.
        }
    }
}
