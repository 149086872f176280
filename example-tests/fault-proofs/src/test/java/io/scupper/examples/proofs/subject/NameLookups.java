package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Looks a host up for each request, and waits for 300 ms. The argument is {@code leaky} or {@code remedied}. */
public final class NameLookups {

    private static final long PATIENCE_MILLIS = 300;
    private static final int FEW = 4;
    private static final int CONTEXT_BYTES = 256 << 10;

    private final ExecutorService threads;
    private final Map<Long, Context> contexts = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final boolean remedied;

    /** The remedy has few threads, and turns away what they cannot take. */
    private NameLookups(boolean remedied) {
        this.remedied = remedied;
        this.threads = remedied
                ? new ThreadPoolExecutor(0, FEW, 1, TimeUnit.SECONDS, new SynchronousQueue<>())
                : Executors.newCachedThreadPool();
    }

    public static void main(String[] args) throws IOException {
        var lookups = new NameLookups(args[0].equals("remedied"));
        // What a first look-up takes its time to load is not what this is about.
        InetAddress.getByName("localhost");
        Front.serve(lookups::look);
    }

    /** The leak: who gives up waiting leaves the context. */
    private String look() throws InterruptedException, ExecutionException, TimeoutException {
        long id = ids.incrementAndGet();
        contexts.put(id, new Context(new byte[CONTEXT_BYTES]));
        boolean found = false;
        try {
            var address =
                    threads.submit(() -> InetAddress.getByName("localhost").getHostAddress());
            String answer = address.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            found = true;
            return answer;
        } finally {
            if (found || remedied) {
                contexts.remove(id);
            }
        }
    }

    private record Context(byte[] data) {}
}
