package io.scupper.ext.redis;

import io.scupper.model.Budget.Measure;
import io.scupper.model.ScupperException;
import io.scupper.spi.Meter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the commands that a Redis has carried out, by their names ({@code INFO commandstats}). Commands about connections and the
 * server itself are left out: they are what probes and faults ask, and what pools send to see whether a connection is alive.
 */
final class CommandsMeter implements Meter {

    private static final String PREFIX = "cmdstat_";

    private static final Set<String> LEFT_OUT = Set.of(
            "auth", "client", "command", "config", "debug", "echo", "hello", "info", "latency", "memory", "ping",
            "quit", "reset", "select", "slowlog");

    private final String server;
    private final RedisConnection connection;

    CommandsMeter(String server, RedisConnection connection) {
        this.server = server;
        this.connection = connection;
    }

    @Override
    public Measure measure() {
        return Measure.COMMANDS;
    }

    @Override
    public String source() {
        return "INFO commandstats of '" + server + "'";
    }

    @Override
    public Map<String, Long> read() {
        var counts = new TreeMap<String, Long>();
        connection.info("commandstats").forEach((name, figures) -> {
            String command = name.substring(PREFIX.length());
            if (!LEFT_OUT.contains(command.replaceAll("\\|.*", ""))) {
                counts.put(command.toUpperCase(Locale.ROOT).replace('|', ' '), calls(name, figures));
            }
        });
        return counts;
    }

    private static long calls(String name, String figures) {
        for (String figure : figures.split(",")) {
            if (figure.startsWith("calls=")) {
                return Long.parseLong(figure.substring("calls=".length()));
            }
        }
        throw new ScupperException("INFO commandstats of this Redis has no calls in '%s:%s'.".formatted(name, figures));
    }
}
