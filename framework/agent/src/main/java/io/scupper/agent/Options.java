package io.scupper.agent;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code =} in {@code -javaagent:agent.jar=…}: pairs parted by commas, values URL-encoded, because
 * {@code JAVA_TOOL_OPTIONS} is parted at blanks.
 */
final class Options {

    private static final long DEFAULT_LEASE_MILLIS = 10_000;

    private static final Set<String> KNOWN = Set.of("port", "token", "bind", "portFile", "lease");

    /** TCP port to listen at, 0 for a free one. */
    final int port;

    /** What the runner must say first. */
    final String token;

    /** Address to listen at; the loopback unless given, since the channel is not encrypted. */
    final String bind;

    /** Where to write the port that was taken, or null. */
    final @Nullable Path portFile;

    /** How long the runner may be silent before everything is ended, in milliseconds. */
    final long leaseMillis;

    private Options(Map<String, String> values) {
        port = Math.toIntExact(number(values, "port", 0, 65_535));
        token = values.getOrDefault("token", "");
        bind = values.getOrDefault("bind", "127.0.0.1");
        String file = values.get("portFile");
        portFile = file == null ? null : Path.of(file);
        leaseMillis = values.containsKey("lease") ? number(values, "lease", 100, 3_600_000) : DEFAULT_LEASE_MILLIS;
        if (token.isEmpty()) {
            throw new IllegalArgumentException("Option token is missing; without it anyone could change this JVM.");
        }
    }

    /**
     * Reads options.
     *
     * @throws IllegalArgumentException that names the option, what was given and what is allowed
     */
    static Options parse(String text) {
        var values = new HashMap<String, String>();
        for (String pair : text.split(",")) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (!KNOWN.contains(key)) {
                throw new IllegalArgumentException(
                        "Option '" + key + "' is unknown, allowed are " + new TreeSet<>(KNOWN) + ".");
            }
            values.put(key, equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return new Options(values);
    }

    private static long number(Map<String, String> values, String key, long least, long most) {
        String given = values.getOrDefault(key, "0");
        try {
            long number = Long.parseLong(given);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, in the same words.
        }
        throw new IllegalArgumentException(
                "Option " + key + " is '" + given + "', allowed is a number from " + least + " to " + most + ".");
    }
}
