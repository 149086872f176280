package io.scupper.examples.benchmarks;

import io.scupper.runtime.AgentJar;
import io.scupper.runtime.AgentOptions;
import io.scupper.runtime.RemoteAgent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the agent costs a service that asks a database for each request: the throughput with an idle agent, and with
 * {@linkplain NeverMatching faults armed that never match}, as ratios to the throughput without an agent. The three run side by
 * side and are called in turn, so that a slow moment of the machine meets all of them; they are started anew several times.
 */
public final class AgentOverhead {

    private static final double IDLE_LEAST = 0.99;
    private static final double ARMED_LEAST = 0.98;
    private static final int STARTS = 7;
    private static final int TURNS = 12;
    private static final long SECONDS = 2;
    private static final long WARM_UP_SECONDS = 15;

    private final Ratio idle = new Ratio("agent idle");
    private final Ratio armed = new Ratio("agent armed with faults that never match");
    private final int turns;

    private AgentOverhead(int turns) {
        this.turns = turns;
    }

    /** Takes how many times the JVMs are started and how many turns each start has, if it is to be quicker. */
    public static void main(String[] args) throws Exception {
        int starts = args.length > 0 ? Integer.parseInt(args[0]) : STARTS;
        var overhead = new AgentOverhead(args.length > 1 ? Integer.parseInt(args[1]) : TURNS);
        for (int start = 1; start <= starts; start++) {
            overhead.measure(start);
        }
        System.out.println(overhead.idle.inWords(IDLE_LEAST));
        System.out.println(overhead.armed.inWords(ARMED_LEAST));
    }

    private void measure(int start) throws Exception {
        Path folder = Files.createTempDirectory("scupper-benchmark");
        var first = AgentOptions.local(folder.resolve("idle"));
        var second = AgentOptions.local(folder.resolve("armed"));
        try (var without = service(List.of());
                var withIdle = service(List.of(option(first)));
                var withArmed = service(List.of(option(second)));
                var idleAgent = connect(first);
                var armedAgent = connect(second)) {
            // All of them are warm when the faults are woven, as a subject is that a test has armed.
            warmUp(List.of(without, withIdle, withArmed));
            NeverMatching.arm(armedAgent);
            warmUp(List.of(without, withIdle, withArmed));
            take(start, List.of(without, withIdle, withArmed));
            System.out.println("start " + start + ": " + NeverMatching.account(armedAgent, idleAgent));
        } finally {
            for (Path file : List.of(folder.resolve("idle"), folder.resolve("armed"), folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void warmUp(List<Service> services) throws Exception {
        for (Service each : services) {
            each.phase(WARM_UP_SECONDS);
        }
    }

    private void take(int start, List<Service> services) throws Exception {
        List<List<Service.Load>> phases = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int turn = 0; turn < turns; turn++) {
            for (int variant = 0; variant < services.size(); variant++) {
                phases.get(variant).add(services.get(variant).phase(SECONDS));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "start %d: %.0f calls/s without, idle %.4f, armed %.4f%n",
                start,
                Ratio.median(phases.get(0).stream()
                        .mapToDouble(Service.Load::callsPerSecond)
                        .toArray()),
                idle.add(phases.get(0), phases.get(1)),
                armed.add(phases.get(0), phases.get(2)));
    }

    private static Service service(List<String> jvmOptions) throws Exception {
        var program = List.of("-cp", System.getProperty("java.class.path"), PriceService.class.getName());
        return Service.start(program, PriceService.PATH, jvmOptions);
    }

    private static String option(AgentOptions options) {
        return options.toJvmOption(AgentJar.path().toString());
    }

    /** Renews its lease while it is open, as a test would. */
    private static RemoteAgent connect(AgentOptions options) throws Exception {
        Path file = options.portFile().orElseThrow();
        int port = Integer.parseInt(Files.readString(file).strip());
        return RemoteAgent.connect("127.0.0.1", port, options.token(), Duration.ofSeconds(10));
    }
}
