package io.scupper.examples.causes.dnsstall;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Needs the address of a host for each request, and gives the request up after 500 ms. */
public final class DnsStall {

    private static final String HOST = "localhost";
    private static final long PATIENCE_MILLIS = 500;
    private static final int REQUEST_BYTES = 64 << 10;

    private final Map<String, Request> requests = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final LoadingCache<String, InetAddress> addresses;

    private DnsStall(ExecutorService threads) {
        this.threads = threads;
        this.addresses = addresses(threads);
    }

    public static void main(String[] args) throws IOException {
        boolean remedied = WorkServer.isRemedied(args);
        var count = new AtomicInteger();
        var service = new DnsStall(
                remedied
                        ? Executors.newFixedThreadPool(1, task -> new Thread(task, "resolver"))
                        : Executors.newCachedThreadPool(
                                task -> new Thread(task, "look-up-" + count.incrementAndGet())));
        WorkServer.serve(remedied ? service::connect : service::resolveAndConnect);
    }

    /** The leak: each request waits for the resolver in a thread of its own, and who gives up forgets to clean up. */
    private String resolveAndConnect(String id) throws InterruptedException, ExecutionException, TimeoutException {
        requests.put(id, new Request(new byte[REQUEST_BYTES]));
        InetAddress address =
                threads.submit(() -> InetAddress.getByName(HOST)).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        requests.remove(id);
        return address.getHostAddress();
    }

    // tag::remedy[]
    /** What is known is served at once while one thread asks again. */
    private static LoadingCache<String, InetAddress> addresses(ExecutorService resolver) {
        return Caffeine.newBuilder()
                .maximumSize(100)
                .refreshAfterWrite(Duration.ofMillis(50))
                .executor(resolver)
                .build(DnsStall::resolved);
    }

    private String connect(String id) {
        requests.put(id, new Request(new byte[REQUEST_BYTES]));
        try {
            return addresses.get(HOST).getHostAddress();
        } finally {
            requests.remove(id);
        }
    }
    // end::remedy[]

    private static InetAddress resolved(String host) throws UnknownHostException {
        return InetAddress.getByName(host);
    }

    private record Request(byte[] text) {}
}
