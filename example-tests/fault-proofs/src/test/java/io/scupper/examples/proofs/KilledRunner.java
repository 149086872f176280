package io.scupper.examples.proofs;

import static org.awaitility.Awaitility.await;

import io.scupper.examples.proofs.subject.Workshop;
import io.scupper.fault.Faults;
import io.scupper.runtime.AgentJar;
import io.scupper.runtime.AgentOptions;
import io.scupper.runtime.RemoteAgent;
import io.scupper.spi.PreparedFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Arms all faults in a {@link Workshop} from a JVM that is killed or stopped while they are, and tells how each tool was before and
 * after.
 */
final class KilledRunner {

    static final Duration LEASE = Duration.ofSeconds(4);

    private static final Duration WITHIN = Duration.ofSeconds(60);

    private static final String ALL_HAVE_FIRED = "all have fired";

    private KilledRunner() {}

    /** What becomes of it: a connection that breaks, or one on which nothing comes any more. */
    enum Signal {
        KILL,
        STOP
    }

    /** How a tool was before any fault, while its fault was armed, and once the lease was over. */
    record Course(String before, String struck, String after) {}

    /**
     * What came of it.
     *
     * @param over how long after the signal the agent had ended everything
     */
    record Outcome(Map<String, Course> courses, Duration over) {}

    static Outcome run(Signal signal) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("scupper-workshop");
        Path port = folder.resolve("port");
        var options = AgentOptions.local(port).withLease(LEASE);
        try (var workshop =
                Child.java(List.of(options.toJvmOption(AgentJar.path().toString())), Workshop.class, List.of())) {
            return run(workshop, options, port, signal);
        } finally {
            Files.deleteIfExists(port);
            Files.deleteIfExists(folder);
        }
    }

    private static Outcome run(Child workshop, AgentOptions options, Path portFile, Signal signal)
            throws IOException, InterruptedException {
        List<String> ids = List.copyOf(FaultsInTheJvm.armed().keySet());
        Map<String, String> before = used(workshop, ids);
        var port = Files.readString(portFile).strip();
        Map<String, String> struck = new TreeMap<>();
        Duration over;
        try (var runner = Child.java(List.of(), Arming.class, List.of(port, options.token()))) {
            runner.expect("armed");
            for (String id : ids) {
                workshop.ask("use " + id);
            }
            String told = runner.ask("");
            if (!told.equals(ALL_HAVE_FIRED)) {
                throw new AssertionError(told);
            }
            ids.forEach(id -> struck.put(id, workshop.ask("state " + id)));
            runner.send(signal);
            long sent = System.nanoTime();
            awaitEnd(Integer.parseInt(port), options);
            over = Duration.ofNanos(System.nanoTime() - sent);
        }
        ids.stream().filter(FaultsInTheJvm::isGoneWithTheNextUse).forEach(id -> workshop.ask("use " + id));
        var courses = new TreeMap<String, Course>();
        for (String id : ids) {
            courses.put(id, new Course(before.get(id), struck.get(id), settled(workshop, id, before.get(id))));
        }
        return new Outcome(courses, over);
    }

    /** Uses each tool once, so that everything is loaded, and returns how they are then. */
    private static Map<String, String> used(Child workshop, List<String> ids) {
        var states = new TreeMap<String, String>();
        for (String id : ids) {
            workshop.ask("use " + id);
            states.put(id, settled(workshop, id, "0 out, 0 busy"));
        }
        return states;
    }

    /** Waits for a state, and returns what it is if it does not come. */
    private static String settled(Child workshop, String id, String wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        String state = workshop.ask("state " + id);
        while (!state.equals(wanted) && System.nanoTime() < end) {
            Thread.onSpinWait();
            state = workshop.ask("state " + id);
        }
        return state;
    }

    /** The agent serves nobody else before it has ended everything. */
    private static void awaitEnd(int port, AgentOptions options) {
        await().atMost(WITHIN).until(() -> {
            try (var agent = RemoteAgent.connect("127.0.0.1", port, options.token(), WITHIN)) {
                return agent.peek().sites().isEmpty();
            }
        });
    }

    /** What the JVM does that is killed. */
    static final class Arming {

        private Arming() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            var agent = RemoteAgent.connect("127.0.0.1", Integer.parseInt(args[0]), args[1], WITHIN);
            Map<String, PreparedFault> prepared = new TreeMap<>();
            FaultsInTheJvm.armed()
                    .forEach((id, spec) -> prepared.put(id, Faults.create(spec).prepare(new AgentAlone(agent))));
            prepared.values().forEach(PreparedFault::arm);
            System.out.println("armed");
            System.in.read();
            for (PreparedFault fault : prepared.values()) {
                await().atMost(WITHIN).until(() -> fault.report().fired() > 0);
            }
            System.out.println(ALL_HAVE_FIRED);
            Thread.currentThread().join();
        }
    }

    /** A JVM that is talked to line by line. */
    private static final class Child implements AutoCloseable {

        private final Process process;
        private final BufferedReader said;

        private Child(Process process) {
            this.process = process;
            this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        static Child java(List<String> options, Class<?> main, List<String> arguments) throws IOException {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
            command.addAll(arguments);
            return new Child(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }

        String ask(String line) {
            try {
                process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
                String answer = said.readLine();
                if (answer == null) {
                    throw new AssertionError("It has ended, asked for '" + line + "'.");
                }
                return answer;
            } catch (IOException e) {
                throw new AssertionError("It does not answer '" + line + "'.", e);
            }
        }

        void expect(String line) throws IOException {
            String answer = said.readLine();
            if (!line.equals(answer)) {
                throw new AssertionError("It said '" + answer + "' and not '" + line + "'.");
            }
        }

        /** Nothing in it can notice. */
        void send(Signal signal) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
            said.close();
        }
    }
}
