package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.control.Activation;
import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.model.Snapshot.ThreadState;
import io.scupper.spi.Weaving;
import io.scupper.witness.Witnesses;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.FutureTask;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent in this very JVM, attached as often as test classes come by. */
class AgentInProcessIT {

    @TempDir
    Path folder;

    @Test
    void itMayBeAttachedAgainAndTheFormerOneEndsWhatItHolds() throws Exception {
        try (RemoteAgent first = attach("first")) {
            armSkip(first);
            var skipped = new FutureTask<>(() -> "ran");
            skipped.run();
            assertThat(skipped.isDone()).isFalse();

            try (RemoteAgent second = attach("second")) {
                assertThat(skipped.isDone())
                        .as("given back by the former server")
                        .isTrue();
                assertThatThrownBy(first::peek).hasMessageContaining("did not answer 'peek'");

                armSkip(second);
                var again = new FutureTask<>(() -> "ran");
                again.run();
                assertThat(again.isDone()).isFalse();
                second.compensate("f");
                assertThat(again.get()).isEqualTo("ran");
            }
        }
        var free = new FutureTask<>(() -> "ran");
        free.run();
        assertThat(free.isDone()).isTrue();
    }

    @Test
    void neitherEndOfTheChannelIsSeen() throws IOException {
        try (RemoteAgent agent = attach("seen")) {
            var snapshot = agent.collect();

            assertThat(snapshot.threads()).extracting(ThreadState::name).noneMatch(name -> name.startsWith("scupper"));
            int port = port("seen");
            assertThat(snapshot.sockets())
                    .noneMatch(socket -> socket.localPort() == port || socket.remotePort() == port);
            assertThat(snapshot.classes().keySet()).noneMatch(name -> name.startsWith("io.scupper.runtime."));
            assertThat(snapshot.heap().liveBytes()).isPositive();
        }
    }

    @Test
    void dismissedWitnessesLeaveTheClassesOfTheJdkAsTheyWere() throws Exception {
        try (RemoteAgent agent = attach("dismissed")) {
            assertThat(isWoven(HashMap.class)).isFalse();

            agent.witness(List.of(Witnesses.insertions(Sought.class.getName(), ""), Witnesses.THREADS));
            assertThat(isWoven(HashMap.class)).isTrue();
            assertThat(isWoven(Thread.class)).isTrue();
            var holder = new HashMap<String, Sought>();
            holder.put("one", new Sought());
            assertThat(agent.origins().get("insertions")).singleElement().satisfies(origin -> {
                assertThat(origin.seen()).isEqualTo(1);
                assertThat(origin.frames().get(2)).startsWith(AgentInProcessIT.class.getName() + ".dismissed");
            });

            agent.dismissWitnesses();
            assertThat(isWoven(HashMap.class)).isFalse();
            assertThat(isWoven(Thread.class)).isFalse();
            assertThat(agent.origins()).isEmpty();

            agent.witness(List.of(Witnesses.THREADS));
        }
        assertThat(isWoven(Thread.class)).as("the runner has said good-bye").isFalse();
    }

    private static final class Sought {}

    /** Looks at the code that the JVM has now. */
    private static boolean isWoven(Class<?> type) throws Exception {
        var seen = new StringBuilder();
        var reader = new ClassFileTransformer() {
            @Override
            public byte[] transform(
                    ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] code) {
                if (redefined == type) {
                    seen.append(new String(code, StandardCharsets.ISO_8859_1));
                }
                return null;
            }
        };
        Instrumentation instrumentation = ByteBuddyAgent.install();
        instrumentation.addTransformer(reader, true);
        try {
            instrumentation.retransformClasses(type);
        } finally {
            instrumentation.removeTransformer(reader);
        }
        assertThat(seen).isNotEmpty();
        return seen.indexOf("io/scupper/boot/Dispatcher") >= 0;
    }

    private static void armSkip(RemoteAgent agent) {
        agent.weave(new Weaving(
                "f",
                List.of(JoinPoint.of("task", "java.util.concurrent.FutureTask", "run", 0)
                        .calledFrom(AgentInProcessIT.class.getName())),
                Effect.skip(),
                Activation.ALWAYS,
                10));
        agent.arm("f");
    }

    private RemoteAgent attach(String name) throws IOException {
        var options = AgentOptions.local(folder.resolve(name));
        String pid = Long.toString(ProcessHandle.current().pid());
        ByteBuddyAgent.attach(AgentJar.path().toFile(), pid, options.toArgument());
        return RemoteAgent.connect("127.0.0.1", port(name), options.token(), Duration.ofSeconds(20));
    }

    private int port(String name) throws IOException {
        return Integer.parseInt(Files.readString(folder.resolve(name)).strip());
    }
}
