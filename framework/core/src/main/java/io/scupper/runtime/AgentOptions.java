package io.scupper.runtime;

import io.scupper.model.ScupperException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What the agent is told when it is started.
 *
 * @param port TCP port that it listens at, 0 for a free one
 * @param token what a runner must show, not empty
 * @param bind address that it listens at: {@code 127.0.0.1}, or {@code 0.0.0.0} in a container whose port is mapped
 * @param portFile where it writes the port it took, as one line
 * @param lease how long the runner may be silent before the agent ends everything by itself, from 100 ms to 1 h
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record AgentOptions(int port, String token, String bind, Optional<Path> portFile, Duration lease) {

    /** Ten seconds: three renewals may be lost. */
    public static final Duration DEFAULT_LEASE = Duration.ofSeconds(10);

    private static final int TOKEN_BYTES = 16;
    private static final long LEAST_LEASE_MILLIS = 100;
    private static final long MOST_LEASE_MILLIS = 3_600_000;

    public AgentOptions {
        long millis = lease.toMillis();
        if (millis < LEAST_LEASE_MILLIS || millis > MOST_LEASE_MILLIS) {
            throw new ScupperException("The agent's lease is %d ms, allowed is from 100 ms to 1 h.".formatted(millis));
        }
        if (token.isEmpty()) {
            throw new ScupperException("The agent's token is empty.");
        }
    }

    /** Makes options for an agent on this machine: a free port of the loopback, told in a file, and a new token. */
    public static AgentOptions local(Path portFile) {
        return new AgentOptions(0, newToken(), "127.0.0.1", Optional.of(portFile), DEFAULT_LEASE);
    }

    /** Makes options for an agent in a container: a fixed port on all addresses, and a new token. */
    public static AgentOptions inContainer(int port) {
        return new AgentOptions(port, newToken(), "0.0.0.0", Optional.empty(), DEFAULT_LEASE);
    }

    /** Returns these options with another lease. */
    public AgentOptions withLease(Duration longer) {
        return new AgentOptions(port, token, bind, portFile, longer);
    }

    /** Returns what stands behind {@code agent.jar=}; without blanks, so that it fits into {@code JAVA_TOOL_OPTIONS}. */
    public String toArgument() {
        String file =
                portFile.map(path -> ",portFile=" + encode(path.toString())).orElse("");
        return "port=" + port + ",token=" + encode(token) + ",bind=" + encode(bind) + ",lease=" + lease.toMillis()
                + file;
    }

    /** Returns the option for a JVM: {@code -javaagent:jar=…}. */
    public String toJvmOption(String jar) {
        return "-javaagent:" + jar + "=" + toArgument();
    }

    private static String newToken() {
        var token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
