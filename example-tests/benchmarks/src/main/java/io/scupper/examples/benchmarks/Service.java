package io.scupper.examples.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The orders service in a JVM of its own, and the load that is put on it. */
final class Service implements AutoCloseable {

    private static final int CALLERS = 2;
    private static final long READY_WITHIN_SECONDS = 30;

    private final Process process;
    private final HttpRequest request;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    private Service(Process process, int port) {
        this.process = process;
        this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/orders/7"))
                .build();
    }

    static Service start(Path jar, List<String> jvmOptions) throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.addAll(jvmOptions);
        command.add("-jar");
        command.add(jar.toString());
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        var service = new Service(builder.start(), port);
        service.awaitReady();
        return service;
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                call();
                return;
            } catch (IOException e) {
                // Nothing tells when it listens: it is called again until the time is over.
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        close();
        throw new IllegalStateException("The service did not get ready in " + READY_WITHIN_SECONDS + " s.");
    }

    /** Calls it for so long and returns the calls per second. */
    double callsPerSecond(long seconds) throws Exception {
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(seconds);
        Callable<Long> calling = () -> {
            long calls = 0;
            while (System.nanoTime() < end) {
                call();
                calls++;
            }
            return calls;
        };
        long calls = 0;
        for (Future<Long> each : callers.invokeAll(List.of(calling, calling))) {
            calls += each.get();
        }
        return calls * 1e9 / (System.nanoTime() - begun);
    }

    private void call() throws IOException, InterruptedException {
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("The service answered with status " + status + ".");
        }
    }

    @Override
    public void close() {
        callers.shutdownNow();
        process.destroyForcibly();
    }
}
