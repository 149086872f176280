package io.scupper.ext.rabbitmq;

import io.scupper.model.ScupperException;
import io.scupper.spi.Deadline;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the management API of a RabbitMQ, each time on a connection of its own, bounded by 5 s. As much of JSON is read as the
 * answers to these few questions have: lists of flat objects.
 */
final class Management {

    /** Reads the queues themselves; the statistics beside them are up to 5 s old, and would settle on the wrong figure. */
    private static final String NOW = "?disable_stats=true&enable_queue_totals=true&columns=";

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final int TIMEOUT_MILLIS = 5_000;

    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern NAME = Pattern.compile("\"name\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final String server;
    private final InetSocketAddress address;

    Management(String server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /** Returns the queues of all virtual hosts. */
    List<Queue> queues() {
        var queues = new ArrayList<Queue>();
        for (String each : objects("/api/queues" + NOW + "name,messages_ready,messages_unacknowledged")) {
            Matcher name = NAME.matcher(each);
            if (!name.find()) {
                throw failure("describes a queue without a name: " + each, null);
            }
            queues.add(
                    new Queue(name.group(1), number(each, "messages_ready"), number(each, "messages_unacknowledged")));
        }
        return queues;
    }

    /** Returns how many connections there are. */
    long connections() {
        return objects("/api/connections" + NOW + "name").size();
    }

    /** Returns how many channels there are, as their coming and going has been told to the statistics: there is no other list. */
    long channels() {
        return objects("/api/channels?columns=name").size();
    }

    /** Waits until the broker listens on this port. */
    void awaitListener(int port) {
        Deadline deadline = Deadline.in(ANSWERS_WITHIN);
        while (true) {
            try {
                get("/api/health/checks/port-listener/" + port);
                return;
            } catch (ScupperException e) {
                if (deadline.isOver()) {
                    throw e;
                }
                deadline.pause("RabbitMQ to answer");
            }
        }
    }

    private List<String> objects(String path) {
        return OBJECT.matcher(get(path)).results().map(found -> found.group()).toList();
    }

    private long number(String object, String field) {
        Matcher found = Pattern.compile("\"" + field + "\":(\\d+)").matcher(object);
        if (!found.find()) {
            throw failure("does not tell '" + field + "' of a queue: " + object, null);
        }
        return Long.parseLong(found.group(1));
    }

    private String get(String path) {
        try {
            var url = URI.create("http://%s:%d%s".formatted(address.getHostString(), address.getPort(), path));
            var connection = (HttpURLConnection) url.toURL().openConnection();
            byte[] user = "guest:guest".getBytes(StandardCharsets.US_ASCII);
            connection.setRequestProperty(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
            connection.setRequestProperty("Connection", "close");
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try (var body = connection.getInputStream()) {
                return new String(body.readAllBytes(), StandardCharsets.UTF_8);
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            throw failure("does not answer GET " + path + ": " + e.getMessage(), e);
        }
    }

    private ScupperException failure(String what, @org.jspecify.annotations.Nullable IOException cause) {
        return new ScupperException(
                "The management API of RabbitMQ '%s' on %s:%d %s."
                        .formatted(server, address.getHostString(), address.getPort(), what),
                cause);
    }

    /**
     * A queue.
     *
     * @param ready messages that nobody has been given
     * @param unacknowledged messages that a consumer has been given and not acknowledged
     */
    record Queue(String name, long ready, long unacknowledged) {}
}
