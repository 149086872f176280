package io.scupper.runtime;

import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Deadline;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import io.scupper.spi.SubjectRuntime;
import io.scupper.spi.SubjectSpec;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;

/**
 * Runs a jar or a main class of the tests in a JVM of its own, on the {@code java} that runs the tests. Needs no Docker.
 *
 * <p>The subject is told its settings as environment variables, and inherits those of the tests. Unless the test says
 * otherwise, its heap is at most 512 MiB, and soft references are cleared by every full collection.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ForkedJvmRuntime implements SubjectRuntime {

    private static final int POLL_MILLIS = 20;
    private static final Duration ATTEMPT = Duration.ofSeconds(1);

    @Override
    public RuntimeKind kind() {
        return RuntimeKind.FORKED;
    }

    @Override
    public RunningSubject start(SubjectSpec spec) {
        Demands.refuseImage(spec, kind());
        Demands.requireJarOrMainClass(spec, kind());
        var teardown = new Teardown();
        try {
            return start(spec, teardown);
        } catch (RuntimeException | Error e) {
            teardown.closeBecauseOf(e);
            throw e;
        }
    }

    private static RunningSubject start(SubjectSpec spec, Teardown teardown) {
        OptionalInt port = LocalPorts.forHttp(spec);
        LocalCompanions companions = LocalCompanions.start(spec.companions());
        teardown.add(companions::close);
        TemporaryFolder folder = TemporaryFolder.create();
        teardown.add(folder::close);
        PortFile portFile = PortFile.in(folder);
        AgentOptions agentOptions = AgentOptions.local(portFile.path());

        Deadline deadline = Deadline.in(spec.readyWithin());
        ChildProcess child = fork(spec, settings(spec, companions, port), folder, agentOptions);
        teardown.add(child::close);
        int agentPort = awaitAgent(child, portFile, deadline, spec);
        AgentLink agent = connect(child, agentPort, agentOptions.token(), deadline);
        teardown.add(agent::close);
        // Once more, to end it first: an agent in a hung subject would be waited for, and nothing is given back to the
        // dead.
        teardown.add(child::close);
        // Both ends have read what they need, and a killed test run could not remove it.
        folder.close();

        Optional<URI> http = port.stream().mapToObj(LocalPorts::uri).findFirst();
        http.ifPresent(server -> awaitReady(child, new ReadyCheck(server, spec.readyPath()), deadline, spec));
        return new ForkedSubject(spec, child, http, agent, companions.peers(), teardown);
    }

    private static Map<String, String> settings(SubjectSpec spec, LocalCompanions companions, OptionalInt port) {
        var settings = new HashMap<>(companions.settings());
        settings.putAll(spec.settings());
        port.ifPresent(number -> settings.put(spec.httpPortSetting(), Integer.toString(number)));
        return settings;
    }

    private static ChildProcess fork(
            SubjectSpec spec, Map<String, String> settings, TemporaryFolder folder, AgentOptions agentOptions) {
        String agent = agentOptions.toJvmOption(AgentJar.path().toString());
        List<String> options = ForkedCommand.options(spec, agent, System.getProperty("java.class.path"));
        var optionsFile = folder.write("jvm.options", ForkedCommand.argumentFile(options));
        var builder = new ProcessBuilder(ForkedCommand.line(spec, optionsFile));
        builder.environment().putAll(settings);
        return ChildProcess.start(spec.description(), builder);
    }

    private static int awaitAgent(ChildProcess child, PortFile portFile, Deadline deadline, SubjectSpec spec) {
        OptionalInt port = portFile.port();
        while (port.isEmpty()) {
            if (deadline.isOver()) {
                throw late(child, spec, "the agent in it does not listen");
            }
            child.pause(POLL_MILLIS);
            port = portFile.port();
        }
        return port.getAsInt();
    }

    /** Tries for a second at a time: a subject that dies meanwhile is to be reported at once, and as what it is. */
    private static AgentLink connect(ChildProcess child, int port, String token, Deadline deadline) {
        while (true) {
            try {
                return RemoteAgent.connect(LocalPorts.HOST, port, token, deadline.attempt(ATTEMPT));
            } catch (ScupperException e) {
                child.pause(POLL_MILLIS);
                if (deadline.isOver()) {
                    throw e;
                }
            }
        }
    }

    private static void awaitReady(ChildProcess child, ReadyCheck check, Deadline deadline, SubjectSpec spec) {
        while (!check.isReady(deadline)) {
            if (deadline.isOver()) {
                throw late(child, spec, check.lastSeen());
            }
            child.pause(POLL_MILLIS);
        }
        child.requireAlive();
    }

    private static ScupperException late(ChildProcess child, SubjectSpec spec, String why) {
        return new ScupperException("%s was not ready within %s: %s.%s"
                .formatted(spec.description(), TimeSpan.format(spec.readyWithin()), why, child.lastLines()));
    }
}
