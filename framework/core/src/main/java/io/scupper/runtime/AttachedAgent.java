package io.scupper.runtime;

import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import io.scupper.spi.AgentLink;
import io.scupper.spi.ProcessView;
import io.scupper.spi.SubjectReader;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JVM that was started elsewhere with the agent, over the agent's own port: all that a forked JVM can do, on a subject that
 * Scupper neither starts nor ends.
 *
 * @param host as it is reached from the test
 * @param port as it is reached from the test
 * @param token what the agent was started with
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record AttachedAgent(String host, int port, String token) implements SubjectReader {

    private static final Pattern ADDRESS = Pattern.compile("(\\[[^]]+]|[^:]+):(\\d{1,5})");
    private static final int MOST_PORTS = 65_535;
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

    public AttachedAgent {
        if (token.isBlank()) {
            throw new ScupperException(
                    ("The token of the agent at %s:%d is empty. Give the one that the subject's JVM was started with,"
                                    + " -javaagent:scupper-agent.jar=port=%2$d,token=…; is the variable set that it is read from?")
                            .formatted(host, port));
        }
    }

    /**
     * Reads an address.
     *
     * @param address for example {@code 127.0.0.1:9404}
     * @param token null is as bad as empty: an environment variable that is not set
     * @throws ScupperException if it is none, or there is no token
     */
    public static AttachedAgent at(String address, @Nullable String token) {
        Matcher parts = ADDRESS.matcher(address);
        int port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
        if (port < 1 || port > MOST_PORTS) {
            throw new ScupperException(
                    "The agent's address is '%s'. Allowed is host:port, for example 127.0.0.1:9404, with a port from 1 to %d."
                            .formatted(address, MOST_PORTS));
        }
        return new AttachedAgent(parts.group(1), port, Objects.requireNonNullElse(token, ""));
    }

    @Override
    public String description() {
        return "the agent at " + host + ":" + port;
    }

    @Override
    public boolean readsTheProcess() {
        return true;
    }

    @Override
    public AgentLink connect(URI http, ProcessView process) {
        try {
            return RemoteAgent.connect(host, port, token, ANSWERS_WITHIN);
        } catch (ScupperException e) {
            if (e.getCause() == null) {
                // It has answered, and said what is wrong.
                throw e;
            }
            throw new ScupperException(
                    ("No agent answered at %s:%d within %s (%s). Is the port forwarded, was the subject's JVM started with"
                                    + " -javaagent:scupper-agent.jar=port=…,token=…, and is no other test connected? An agent serves one"
                                    + " at a time: shards need a subject each.")
                            .formatted(host, port, TimeSpan.format(ANSWERS_WITHIN), e.getCause()),
                    e);
        }
    }

    /** Keeps the token out of messages. */
    @Override
    public String toString() {
        return description();
    }
}
