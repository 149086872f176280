package io.scupper.examples.proofs.subject;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * Answers in Tomcat, each request from a worker, and keeps an order until its request is over. The argument is {@code leaky}, and then a
 * request may take for ever, or {@code remedied}, and then it may not.
 */
public final class Replies {

    private static final long PATIENCE_MILLIS = 400;
    private static final int ORDER_BYTES = 256 << 10;
    private static final byte[] REPLY = {'d', 'o', 'n', 'e'};

    private final Set<Order> orders = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newFixedThreadPool(1, task -> new Thread(task, "worker-1"));
    private final long patienceMillis;

    private Replies(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    public static void main(String[] args) throws IOException, LifecycleException {
        var replies = new Replies(args[0].equals("remedied") ? PATIENCE_MILLIS : 0);
        var tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("replies").toString());
        tomcat.setPort(Integer.parseInt(System.getenv("SERVER_PORT")));
        keepNothingForLater(tomcat.getConnector());
        Context context = tomcat.addContext("", null);
        Wrapper ready = Tomcat.addServlet(context, "ready", new Ready());
        Wrapper work = Tomcat.addServlet(context, "work", new Work(replies));
        ready.addMapping("/");
        work.addMapping("/work");
        work.setAsyncSupported(true);
        tomcat.start();
        tomcat.getServer().await();
    }

    /** It would keep what as many requests need as were ever there at once. */
    private static void keepNothingForLater(Connector connector) {
        for (String cache :
                List.of("processorCache", "socket.processorCache", "socket.eventCache", "socket.bufferPool")) {
            connector.setProperty(cache, "1");
        }
    }

    private void reply(AsyncContext request) {
        var order = new Order(new byte[ORDER_BYTES]);
        orders.add(order);
        request.setTimeout(patienceMillis);
        request.addListener(new Forgetting(orders, order));
        workers.execute(() -> {
            try {
                write((HttpServletResponse) request.getResponse());
            } catch (IOException e) {
                // Whoever asked has gone.
            } finally {
                request.complete();
            }
        });
    }

    private static void write(HttpServletResponse response) throws IOException {
        response.setContentLength(REPLY.length);
        response.getOutputStream().write(REPLY);
        response.flushBuffer();
    }

    private static final class Ready extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            write(response);
        }
    }

    private static final class Work extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final transient Replies replies;

        Work(Replies replies) {
            this.replies = replies;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            replies.reply(request.startAsync());
        }
    }

    /** Forgets an order when its request is over, whatever ended it. */
    private record Forgetting(Set<Order> orders, Order order) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            orders.remove(order);
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }

    /** What is needed for a reply; equal to itself alone. */
    private static final class Order {

        final byte[] text;

        Order(byte[] text) {
            this.text = text;
        }
    }
}
