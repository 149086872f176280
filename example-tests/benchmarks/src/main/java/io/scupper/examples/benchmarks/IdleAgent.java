package io.scupper.examples.benchmarks;

import io.scupper.control.Activation;
import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.runtime.AgentJar;
import io.scupper.runtime.AgentOptions;
import io.scupper.runtime.RemoteAgent;
import io.scupper.spi.Weaving;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The throughput of the orders service with an idle agent, and with a fault woven in that is not armed, as a ratio to the
 * throughput without an agent. The three run side by side and are called in turn, so that a slow moment of the machine
 * meets all of them.
 */
public final class IdleAgent {

    private static final JoinPoint EACH_REQUEST =
            JoinPoint.of("request", "io.scupper.examples.orders.OrdersHandler", "handle", 1);
    private static final String ORDER = "/orders/7";
    private static final int TURNS = 15;
    private static final long WARM_UP_SECONDS = 8;
    private static final long SECONDS = 2;

    private IdleAgent() {}

    /** Takes the jar of the service. */
    public static void main(String[] args) throws Exception {
        List<String> program = List.of("-jar", args[0]);
        Path folder = Files.createTempDirectory("scupper-benchmark");
        var idle = AgentOptions.local(folder.resolve("idle"));
        var woven = AgentOptions.local(folder.resolve("woven"));
        try (var without = Service.start(program, ORDER, List.of());
                var withIdle = Service.start(program, ORDER, List.of(option(idle)));
                var withWoven = Service.start(program, ORDER, List.of(option(woven)));
                var agent = connect(woven)) {
            agent.weave(new Weaving("benchmark", List.of(EACH_REQUEST), Effect.delay(1), Activation.ALWAYS, 1));
            compare(without, withIdle, withWoven);
        } finally {
            for (Path file : List.of(folder.resolve("idle"), folder.resolve("woven"), folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void compare(Service without, Service withIdle, Service withWoven) throws Exception {
        for (Service each : List.of(without, withIdle, withWoven)) {
            each.callsPerSecond(WARM_UP_SECONDS);
        }
        double[] idle = new double[TURNS];
        double[] woven = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            double base = without.callsPerSecond(SECONDS);
            idle[turn] = withIdle.callsPerSecond(SECONDS) / base;
            woven[turn] = withWoven.callsPerSecond(SECONDS) / base;
            System.out.printf(
                    Locale.ROOT,
                    "%2d  %.0f calls/s without, idle %.3f, woven %.3f%n",
                    turn + 1,
                    base,
                    idle[turn],
                    woven[turn]);
        }
        print("idle agent", idle);
        print("fault woven in, not armed", woven);
    }

    private static void print(String what, double[] ratios) {
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "%s: ratio to no agent, median %.3f, from %.3f to %.3f in %d turns%n",
                what,
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1],
                ratios.length);
    }

    private static String option(AgentOptions options) {
        return options.toJvmOption(AgentJar.path().toString());
    }

    private static RemoteAgent connect(AgentOptions options) throws Exception {
        Path file = options.portFile().orElseThrow();
        int port = Integer.parseInt(Files.readString(file).strip());
        return RemoteAgent.connect("127.0.0.1", port, options.token(), Duration.ofSeconds(10));
    }
}
