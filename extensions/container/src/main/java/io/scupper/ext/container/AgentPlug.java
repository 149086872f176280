package io.scupper.ext.container;

import io.scupper.model.ScupperException;
import io.scupper.runtime.AgentJar;
import io.scupper.runtime.AgentOptions;
import io.scupper.runtime.RemoteAgent;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Deadline;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the agent gets into a container, and how it is reached there. */
final class AgentPlug {

    /** Where the agent listens in every container. */
    static final int PORT = 47100;

    /** Where its jar lies in every container. */
    static final String FILE = "/scupper/agent.jar";

    /** An attempt is this long, so that a container which dies is noticed in between. */
    private static final Duration ATTEMPT = Duration.ofMillis(500);

    /** Hexadecimal digits, so that the encoding of the options does not matter. */
    private static final Pattern TOKEN = Pattern.compile("-javaagent:" + Pattern.quote(FILE) + "=\\S*\\btoken=(\\w+)");

    private AgentPlug() {}

    /** Makes options with a new token. */
    static AgentOptions newOptions() {
        return AgentOptions.inContainer(PORT);
    }

    /** Returns the option that brings the agent into a JVM in the container. */
    static String jvmOption(AgentOptions options) {
        return options.toJvmOption(FILE);
    }

    /** Returns the token of the agent that is brought in by these JVM options; empty if none is. */
    static Optional<String> tokenIn(String jvmOptions) {
        var matcher = TOKEN.matcher(jvmOptions);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Returns the agent's jar on this machine. */
    static Path jar() {
        return AgentJar.path();
    }

    /**
     * Connects to the agent in a container.
     *
     * @throws ScupperException as soon as the container has ended, and if the agent does not answer in time
     */
    static AgentLink connect(Vitals vitals, InetSocketAddress address, String token, Deadline deadline) {
        while (true) {
            try {
                return RemoteAgent.connect(
                        address.getHostString(), address.getPort(), token, deadline.attempt(ATTEMPT));
            } catch (ScupperException e) {
                vitals.requireAliveNow();
                if (deadline.isOver()) {
                    throw silent(vitals, deadline, e);
                }
                deadline.pause("the agent in " + vitals.name());
            }
        }
    }

    private static ScupperException silent(Vitals vitals, Deadline deadline, ScupperException cause) {
        return new ScupperException(
                "%s runs, but no agent has answered in it within %s: %s Is it a JVM from 11 on, and does it keep %s?%s"
                        .formatted(
                                vitals.name(), deadline, cause.getMessage(), ToolOptions.VARIABLE, vitals.lastLines()),
                cause);
    }
}
