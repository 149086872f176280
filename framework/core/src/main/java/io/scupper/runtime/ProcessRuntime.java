package io.scupper.runtime;

import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Deadline;
import io.scupper.spi.ProcessView;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import io.scupper.spi.SubjectRuntime;
import io.scupper.spi.SubjectSpec;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** Runs a program of this machine that is no JVM, and has it read from outside. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ProcessRuntime implements SubjectRuntime {

    private static final int POLL_MILLIS = 20;

    @Override
    public RuntimeKind kind() {
        return RuntimeKind.PROCESS;
    }

    @Override
    public RunningSubject start(SubjectSpec spec) {
        OutsideWords.requireHttp(spec);
        var teardown = new Teardown();
        try {
            return start(spec, teardown);
        } catch (RuntimeException | Error e) {
            teardown.closeBecauseOf(e);
            throw e;
        }
    }

    private static RunningSubject start(SubjectSpec spec, Teardown teardown) {
        int port = LocalPorts.forHttp(spec).orElseThrow();
        LocalCompanions companions = LocalCompanions.start(spec.companions());
        teardown.add(companions::close);
        Deadline deadline = Deadline.in(spec.readyWithin());
        ChildProcess child = started(spec, settings(spec, companions, port));
        teardown.add(child::close);
        URI server = LocalPorts.uri(port);
        awaitReady(child, new ReadyCheck(server, spec.readyPath()), deadline, spec);
        ProcessView process = ProcessFiles.of(child.pid());
        AgentLink link = spec.outside().orElseThrow().reader().connect(server, process);
        teardown.add(link::close);
        return new OutsideSubject(
                RuntimeKind.PROCESS,
                OutsideWords.describe(spec, link, process),
                spec,
                server,
                link,
                companions.peers(),
                child::requireAlive,
                teardown);
    }

    private static Map<String, String> settings(SubjectSpec spec, LocalCompanions companions, int port) {
        var settings = new HashMap<>(companions.settings());
        settings.putAll(spec.settings());
        settings.put(spec.httpPortSetting(), Integer.toString(port));
        settings.putAll(spec.outside().orElseThrow().reader().settings(settings));
        return settings;
    }

    private static ChildProcess started(SubjectSpec spec, Map<String, String> settings) {
        List<String> command = new ArrayList<>();
        command.add(spec.outside()
                .orElseThrow()
                .program()
                .orElseThrow()
                .toAbsolutePath()
                .toString());
        command.addAll(spec.arguments());
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        return ChildProcess.start(spec.description(), builder);
    }

    private static void awaitReady(ChildProcess child, ReadyCheck check, Deadline deadline, SubjectSpec spec) {
        while (!check.isReady(deadline)) {
            if (deadline.isOver()) {
                throw new ScupperException("%s was not ready within %s: %s.%s"
                        .formatted(
                                spec.description(),
                                TimeSpan.format(spec.readyWithin()),
                                check.lastSeen(),
                                child.lastLines()));
            }
            child.pause(POLL_MILLIS);
        }
        child.requireAlive();
    }
}
