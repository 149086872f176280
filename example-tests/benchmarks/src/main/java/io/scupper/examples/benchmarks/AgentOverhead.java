package io.scupper.examples.benchmarks;

import com.sun.tools.attach.VirtualMachine;
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
 * {@linkplain NeverMatching faults armed that never match}. Three JVMs run side by side and are called in turn, first without an agent
 * and then, but for one, with it; each change is a ratio to that of the JVM that stays as it was. So neither a slow moment of the
 * machine nor that the compilers of two JVMs never decide quite alike is taken for the agent's doing. They are started anew several
 * times.
 */
public final class AgentOverhead {

    private static final double IDLE_LEAST = 0.99;
    private static final double ARMED_LEAST = 0.98;
    private static final int STARTS = 5;
    private static final int TURNS = 8;
    private static final long SECONDS = 2;
    private static final long WARM_UP_SECONDS = 10;

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
        Path first = folder.resolve("idle");
        Path second = folder.resolve("armed");
        try (var without = service();
                var withIdle = service();
                var withArmed = service()) {
            var services = List.of(without, withIdle, withArmed);
            warmUp(services);
            List<Phases> before = take(services);
            try (var idleAgent = attach(withIdle, first);
                    var armedAgent = attach(withArmed, second)) {
                NeverMatching.arm(armedAgent);
                warmUp(services);
                List<Phases> after = take(services);
                System.out.printf(
                        Locale.ROOT,
                        "start %d: %.0f calls/s without, idle %.4f, armed %.4f; %s%n",
                        start,
                        before.get(0).callsPerSecond(),
                        idle.add(before.get(0), after.get(0), before.get(1), after.get(1)),
                        armed.add(before.get(0), after.get(0), before.get(2), after.get(2)),
                        NeverMatching.account(armedAgent, idleAgent));
            }
        } finally {
            for (Path file : List.of(first, second, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Twice, so that none is first or last: what is compiled anew goes on for some seconds. */
    private static void warmUp(List<Service> services) throws Exception {
        for (int i = 0; i < 2; i++) {
            for (Service each : services) {
                each.phase(WARM_UP_SECONDS);
            }
        }
    }

    private List<Phases> take(List<Service> services) throws Exception {
        List<List<Service.Load>> loads = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int turn = 0; turn < turns; turn++) {
            for (int variant = 0; variant < services.size(); variant++) {
                loads.get(variant).add(services.get(variant).phase(SECONDS));
            }
        }
        return loads.stream().map(Phases::new).toList();
    }

    private static Service service() throws Exception {
        var program = List.of("-cp", System.getProperty("java.class.path"), PriceService.class.getName());
        return Service.start(program, PriceService.PATH, List.of());
    }

    /** Returns a connection that renews its lease while it is open, as a test would. */
    private static RemoteAgent attach(Service service, Path portFile) throws Exception {
        var options = AgentOptions.local(portFile);
        VirtualMachine machine = VirtualMachine.attach(Long.toString(service.pid()));
        try {
            machine.loadAgent(AgentJar.path().toString(), options.toArgument());
        } finally {
            machine.detach();
        }
        int port = Integer.parseInt(Files.readString(portFile).strip());
        return RemoteAgent.connect("127.0.0.1", port, options.token(), Duration.ofSeconds(10));
    }
}
