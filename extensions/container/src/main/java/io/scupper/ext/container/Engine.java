package io.scupper.ext.container;

import com.github.dockerjava.api.DockerClient;
import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.utility.TestcontainersConfiguration;

/**
 * The container engine that Testcontainers has found.
 *
 * @param client belongs to Testcontainers, which forbids to close it
 * @param host where the engine publishes ports, as seen from the test
 */
record Engine(DockerClient client, String host) {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);

    /**
     * Finds the engine and makes sure that it answers. Takes a few milliseconds, and the first time as long as
     * Testcontainers needs to set itself up, which may pull an image.
     *
     * @throws ScupperException if none answers, or not in time
     */
    static Engine require() {
        // In a thread of its own, because Testcontainers asks an engine that hangs without any bound.
        var search = new FutureTask<>(Engine::find);
        var thread = new Thread(search, "scupper-engine-check");
        thread.setDaemon(true);
        thread.start();
        Duration bound = ANSWERS_WITHIN.plus(pullTimeout());
        try {
            return search.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unusable(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            search.cancel(true);
            throw noEngine("Testcontainers has neither found nor set up one within " + TimeSpan.format(bound), e);
        } catch (InterruptedException e) {
            search.cancel(true);
            Thread.currentThread().interrupt();
            throw new ScupperException("The test was interrupted while it looked for a container engine.", e);
        }
    }

    /** Returns how long an image may take to be pulled: Testcontainers' setting, 120 s by default. */
    static Duration pullTimeout() {
        return Duration.ofSeconds(TestcontainersConfiguration.getInstance().getImagePullTimeout());
    }

    /** Tells whether published ports are on this machine, so that its loopback interface is all they need. */
    boolean isLocal() {
        return host.equals("localhost") || host.equals("127.0.0.1");
    }

    private static Engine find() {
        DockerClientFactory factory = DockerClientFactory.instance();
        DockerClient client = factory.client();
        client.pingCmd().exec();
        return new Engine(client, factory.dockerHostIpAddress());
    }

    private static ScupperException unusable(Throwable cause) {
        // Testcontainers starts a container to clean up after killed tests; that may fail on an engine that is well.
        if (cause instanceof ContainerLaunchException || cause instanceof ContainerFetchException) {
            return new ScupperException(
                    "The container engine answers, but Testcontainers cannot set itself up: %s (%s). Let it pull its own image, or set TESTCONTAINERS_RYUK_DISABLED=true."
                            .formatted(cause.getMessage(), Causes.deepest(cause)),
                    cause);
        }
        return noEngine(Causes.deepest(cause), cause);
    }

    private static ScupperException noEngine(String why, Throwable cause) {
        return new ScupperException(
                "No container engine answers (%s): start Docker, set DOCKER_HOST, or run with -Dscupper.runtime=forked."
                        .formatted(why),
                cause);
    }
}
