package io.scupper.ext.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.scupper.control.Activation;
import io.scupper.model.ScupperException;
import io.scupper.spi.Wire;
import io.scupper.spi.Wire.Direction;
import io.scupper.spi.Wire.Disturbance;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy as it runs in a container: a JVM with nothing but the files of the container's form on its class path. */
class RemoteProxyTests {

    private static final Pattern READY =
            Pattern.compile("Scupper proxies port (\\d+) to .*, controlled on port (\\d+)\\.");

    private Upstream upstream;
    private Process process;
    private int port;
    private InetSocketAddress control;

    @BeforeEach
    void start() throws IOException {
        upstream = new Upstream();
        var form = new ProxyProvider().container("127.0.0.1", upstream.address().getPort());
        var command = new ArrayList<String>();
        for (String word : form.command()) {
            command.add(word.startsWith("/scupper/") ? locally(word, form.files()) : word);
        }
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("0", "0"));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        var ready = READY.matcher(String.valueOf(line));
        assertThat(ready.matches()).as(line).isTrue();
        port = Integer.parseInt(ready.group(1));
        control = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(ready.group(2)));
    }

    @AfterEach
    void stop() throws Exception {
        process.destroyForcibly().waitFor();
        upstream.close();
    }

    @Test
    void disturbsAndClearsLiveConnections() throws Exception {
        try (var wire = new ProxyProvider().connect(control);
                var pair = upstream.connect(port)) {
            wire.disturb(Disturbance.stall(Direction.TO_SUBJECT));
            pair.server().getOutputStream().write(6);
            await().until(() -> wire.traffic().disturbed() == 1);
            assertThat(wire.traffic()).isEqualTo(new Wire.Traffic(1, 1, 0, 0, 0, 1));

            wire.clear();

            assertThat(pair.subject().getInputStream().read()).isEqualTo(6);
            assertThat(wire.traffic()).isEqualTo(new Wire.Traffic(1, 1, 1, 0, 0, 1));
        }
    }

    @Test
    void eachDisturbanceIsLiftedByItselfAndTellsWhatItDid() throws Exception {
        try (var wire = new ProxyProvider().connect(control);
                var pair = upstream.connect(port)) {
            var half = wire.disturb(Disturbance.of("half-open", Direction.TO_SUBJECT, Map.of("maxHeld", 5L)));
            var slow = wire.disturb(new Disturbance(
                    "latency",
                    Set.of(Direction.values()),
                    Map.of("delay", 3_600_000L),
                    new Activation(1, 1, 1, Long.MAX_VALUE, 0)));
            pair.subject().getOutputStream().write(6);
            await().until(() -> half.effects().discarded() == 1);
            half.lift();

            assertThat(half.effects()).isEqualTo(new Wire.Effects(1, 1, 2, 1, 1));
            assertThat(slow.effects()).isEqualTo(new Wire.Effects(1, 0, 0, 0, 0));
            half.release();
            await().until(() -> wire.traffic().open() == 0);
            assertThat(half.effects().held()).isZero();
        }
    }

    @Test
    void clearsWhatATestThatIsGoneHasApplied() throws Exception {
        try (var pair = upstream.connect(port)) {
            try (var wire = new ProxyProvider().connect(control)) {
                wire.disturb(Disturbance.stall(Direction.TO_SUBJECT));
                pair.server().getOutputStream().write(6);
                lookOn();
                await().until(() -> wire.traffic().disturbed() == 1);
            }

            assertThat(pair.subject().getInputStream().read()).isEqualTo(6);
        }
    }

    @Test
    void refusalSaysWhy() {
        try (var wire = new ProxyProvider().connect(control)) {
            assertThatExceptionOfType(ScupperException.class)
                    .isThrownBy(() -> wire.disturb(Disturbance.bandwidth(Direction.TO_SERVER, 0)))
                    .withMessage("The proxy controlled on " + control + " refused 'disturb': Parameter 'rate' of fault"
                            + " 'wire-bandwidth' is '0B'. Allowed is a size from 1B to 1024GiB.");
        }
    }

    @Test
    void proxyThatIsGoneIsAnErrorThatSaysSo() throws Exception {
        try (var wire = new ProxyProvider().connect(control)) {
            process.destroyForcibly().waitFor();

            assertThatExceptionOfType(ScupperException.class)
                    .isThrownBy(wire::traffic)
                    .withMessageStartingWith("The proxy controlled on " + control + " does not answer 'traffic'")
                    .withMessageEndingWith("Is its container still there?");
        }
    }

    @Test
    void proxyThatNeverAnswersIsAnError() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        var nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), nobody);
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> RemoteProxy.connect(nowhere, Duration.ofMillis(200)))
                .withMessageStartingWith("No proxy answers on its control port " + nowhere);
    }

    private void lookOn() {
        try (var onlooker = new ProxyProvider().connect(control)) {
            assertThat(onlooker.traffic().open()).isOne();
        }
    }

    private static String locally(String classPath, Map<String, Path> files) {
        return Arrays.stream(classPath.split(":"))
                .map(name -> files.get(name).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
