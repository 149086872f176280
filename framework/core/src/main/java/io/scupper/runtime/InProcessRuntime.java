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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.apiguardian.api.API;

/**
 * Runs a jar or a main class on a thread of the tests' own JVM, or takes that JVM as it is.
 *
 * <p>The subject is told its settings as system properties of the same names, put back when it is closed. A jar is loaded
 * apart from the tests, a main class together with them. Main must serve until its thread is interrupted, and return then.
 * Where neither is named, nothing is started, and the subject is what the test itself started; its HTTP port is then the
 * one that the test names, free or not.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InProcessRuntime implements SubjectRuntime {

    private static final int POLL_MILLIS = 50;

    @Override
    public RuntimeKind kind() {
        return RuntimeKind.IN_PROCESS;
    }

    @Override
    public RunningSubject start(SubjectSpec spec) {
        Demands.refuseImage(spec, kind());
        Demands.refuseJvmOptions(spec, kind());
        var teardown = new Teardown();
        try {
            return start(spec, teardown);
        } catch (RuntimeException | Error e) {
            teardown.closeBecauseOf(e);
            throw e;
        }
    }

    private static RunningSubject start(SubjectSpec spec, Teardown teardown) {
        boolean hasMain = spec.jar().isPresent() || spec.mainClass().isPresent();
        OptionalInt port = hasMain ? LocalPorts.forHttp(spec) : OptionalInt.empty();
        LocalCompanions companions = LocalCompanions.start(spec.companions());
        teardown.add(companions::close);
        SystemProperties properties = SystemProperties.set(settings(spec, companions, port));
        teardown.add(properties::close);

        Deadline deadline = Deadline.in(spec.readyWithin());
        Optional<MainThread> main = hasMain ? Optional.of(main(spec, teardown)) : Optional.empty();
        // After main, so that it is closed before main is interrupted: what a fault withholds would keep main from
        // returning.
        AgentLink agent = OwnAgent.connect(deadline.remaining());
        teardown.add(agent::close);

        Optional<URI> http = http(hasMain ? port : named(spec.httpPort()));
        if (!spec.readyPath().isEmpty()) {
            http.ifPresent(server -> awaitReady(main, new ReadyCheck(server, spec.readyPath()), deadline, spec));
        }
        return new InProcessSubject(spec, main, http, agent, companions.peers(), teardown);
    }

    private static OptionalInt named(int port) {
        return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    private static Optional<URI> http(OptionalInt port) {
        return port.isPresent() ? Optional.of(LocalPorts.uri(port.getAsInt())) : Optional.empty();
    }

    private static Map<String, String> settings(SubjectSpec spec, LocalCompanions companions, OptionalInt port) {
        var settings = new HashMap<>(companions.settings());
        settings.putAll(spec.settings());
        port.ifPresent(number -> settings.put(spec.httpPortSetting(), Integer.toString(number)));
        return settings;
    }

    private static MainThread main(SubjectSpec spec, Teardown teardown) {
        String mainClass;
        ClassLoader loader;
        if (spec.jar().isPresent()) {
            RunnableJar jar = RunnableJar.open(spec.jar().get());
            teardown.add(jar::close);
            mainClass = jar.mainClass();
            loader = jar.loader();
        } else {
            mainClass = spec.mainClass().orElseThrow();
            loader = ClassLoader.getSystemClassLoader();
        }
        MainThread main = MainThread.start(spec.description(), mainClass, spec.arguments(), loader);
        teardown.add(main::close);
        return main;
    }

    private static void awaitReady(Optional<MainThread> main, ReadyCheck check, Deadline deadline, SubjectSpec spec) {
        while (!check.isReady(deadline)) {
            if (deadline.isOver()) {
                throw new ScupperException("%s was not ready within %s: %s."
                        .formatted(spec.description(), TimeSpan.format(spec.readyWithin()), check.lastSeen()));
            }
            pause(main);
        }
        main.ifPresent(MainThread::requireAlive);
    }

    private static void pause(Optional<MainThread> main) {
        if (main.isPresent()) {
            main.get().pause(POLL_MILLIS);
        } else {
            LockSupport.parkNanos(POLL_MILLIS * 1_000_000L);
        }
    }
}
