package io.scupper.examples.benchmarks;

import io.scupper.spi.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A service in a JVM of its own, and the load that is put on it. */
final class Service implements AutoCloseable {

    private static final int CALLERS = 2;
    private static final long READY_WITHIN_SECONDS = 30;

    private final Process process;
    private final int port;
    private final String path;
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    private Service(Process process, int port, String path) {
        this.process = process;
        this.port = port;
        this.path = path;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param program what stands behind the options of the JVM
     * @param path that is called, answered with 200
     */
    static Service start(List<String> program, String path, List<String> jvmOptions)
            throws IOException, InterruptedException {
        int port = FreePort.find();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.add("-Dsun.net.httpserver.nodelay=true");
        command.addAll(jvmOptions);
        command.addAll(program);
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        var service = new Service(builder.start(), port, path);
        service.awaitReady();
        return service;
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            try (var caller = new Caller(port, path)) {
                caller.call();
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
        return phase(seconds).callsPerSecond();
    }

    /** Calls it for so long. */
    Load phase(long seconds) throws Exception {
        Duration processorBefore = processor();
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(seconds);
        Callable<Long> calling = () -> {
            long calls = 0;
            try (var caller = new Caller(port, path)) {
                while (System.nanoTime() < end) {
                    caller.call();
                    calls++;
                }
            }
            return calls;
        };
        long calls = 0;
        for (Future<Long> each : callers.invokeAll(List.of(calling, calling))) {
            calls += each.get();
        }
        double took = (System.nanoTime() - begun) / 1e9;
        return new Load(calls, took, processor().minus(processorBefore).toNanos() / 1e9);
    }

    long pid() {
        return process.pid();
    }

    /** What its threads have taken of the processor so far; the system tells it in hundredths of a second. */
    private Duration processor() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        callers.shutdownNow();
        process.destroyForcibly();
    }

    /**
     * What a phase came to.
     *
     * @param took seconds that went by
     * @param processor seconds that the service's threads took
     */
    record Load(long calls, double took, double processor) {

        double callsPerSecond() {
            return calls / took;
        }
    }
}
