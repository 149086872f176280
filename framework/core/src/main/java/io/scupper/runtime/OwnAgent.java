package io.scupper.runtime;

import io.scupper.model.ScupperException;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Deadline;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;

/**
 * The agent inside the tests' own JVM. It is attached once and stays, since a JVM cannot be rid of an agent; it does
 * nothing while nobody is connected. It is reached over the loopback interface like every other, so that there is one way
 * to read a JVM and not two.
 */
final class OwnAgent {

    private static final Object LOCK = new Object();
    private static final long POLL_NANOS = 5_000_000;

    /** Static because the thing itself is: one agent a JVM. */
    private static @Nullable OwnAgent attached;

    private final int port;
    private final String token;

    private OwnAgent(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /**
     * Connects to the agent, and attaches it before that when this JVM has none yet: about half a second, once.
     *
     * @throws ScupperException if this JVM does not let itself be attached to, or the agent does not answer
     */
    static AgentLink connect(Duration within) {
        Deadline deadline = Deadline.in(within);
        synchronized (LOCK) {
            if (attached == null) {
                attached = attach(deadline);
            }
            return RemoteAgent.connect(LocalPorts.HOST, attached.port, attached.token, deadline.remaining());
        }
    }

    private static OwnAgent attach(Deadline deadline) {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            PortFile portFile = PortFile.in(folder);
            AgentOptions options = AgentOptions.local(portFile.path());
            attach(options);
            OptionalInt port = portFile.port();
            while (port.isEmpty() && !deadline.isOver()) {
                LockSupport.parkNanos(POLL_NANOS);
                port = portFile.port();
            }
            return new OwnAgent(
                    port.orElseThrow(
                            () -> new ScupperException(
                                    "The agent was attached to the tests' own JVM and does not listen; standard error says why.")),
                    options.token());
        }
    }

    private static void attach(AgentOptions options) {
        try {
            String pid = Long.toString(ProcessHandle.current().pid());
            ByteBuddyAgent.attach(AgentJar.path().toFile(), pid, options.toArgument());
        } catch (IllegalStateException e) {
            throw new ScupperException(
                    "The agent could not be attached to the tests' own JVM: run the tests on a JDK (not a JRE) without"
                            + " -XX:+DisableAttachMechanism, or run the subject on 'forked'.",
                    e);
        }
    }
}
