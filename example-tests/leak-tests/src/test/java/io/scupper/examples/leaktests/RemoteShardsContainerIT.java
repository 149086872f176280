package io.scupper.examples.leaktests;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.leaktests.RemoteOrders.ReadingTestCase;
import io.scupper.examples.leaktests.RemoteOrders.WritingTestCase;
import io.scupper.runtime.AgentJar;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/**
 * Two shards of one pipeline, each with a deployed service of its own that it neither starts nor ends, as two pods with their ports
 * forwarded; and one gate over what both have recorded.
 */
@Timeout(300)
class RemoteShardsContainerIT {

    private static final int AGENT_PORT = 9404;
    private static final String SECRET = "of this deployment";

    @TempDir
    private Path records;

    @Test
    void leakThatOneShardFindsFailsTheMergedBuild() throws Exception {
        shard("writing", WritingTestCase.class, "leaky", SECRET);
        shard("reading", ReadingTestCase.class, "leaky", SECRET);

        CommandLine gate = gate();

        assertThat(gate.said())
                .contains("WritingTestCase.largeOrdersAreNotKept (remote): heap:io.scupper.examples.orders.AuditEntry")
                .contains("Culprit: io.scupper.examples.orders.AuditFilter.ENTRIES.")
                .contains("leak (exit code 1) after 2 leak tests");
        assertThat(gate.code()).isEqualTo(1);
        assertThat(records.resolve("reading/" + ReadingTestCase.class.getName() + "/readOrdersAreNotKept.json"))
                .content()
                .contains(", read by the agent at ")
                .doesNotContain("not watched");
    }

    @Test
    @Tag("long")
    void twoCleanShardsMakeACleanBuild() throws Exception {
        shard("writing", WritingTestCase.class, "remedied", SECRET);
        shard("reading", ReadingTestCase.class, "remedied", SECRET);

        CommandLine gate = gate();

        assertThat(gate.said()).contains("clean (exit code 0) after 2 leak tests");
        assertThat(gate.code()).isZero();
    }

    @Test
    void shardWithAnotherDeploymentsTokenIsBrokenSetUp() throws Exception {
        shard("writing", WritingTestCase.class, "remedied", "of another");

        CommandLine gate = CommandLine.run(
                CommandLine.gate("check", records.resolve("writing").toString()), Map.of());

        assertThat(gate.said()).contains("refused: The token is wrong", "broken set-up (exit code 4)");
        assertThat(gate.code()).isEqualTo(4);
    }

    private CommandLine gate() throws Exception {
        return CommandLine.run(
                CommandLine.gate(
                        "check",
                        records.resolve("writing").toString(),
                        records.resolve("reading").toString()),
                Map.of());
    }

    /** Deploys, and lets one shard run there; whatever comes of it, the service still answers afterwards. */
    private void shard(String name, Class<?> leakTest, String build, String token) throws Exception {
        try (GenericContainer<?> pod = OrdersContainer.of(build)
                .withCopyFileToContainer(MountableFile.forHostPath(AgentJar.path()), "/scupper-agent.jar")
                .withEnv(
                        "JAVA_TOOL_OPTIONS",
                        // A mapped port comes from outside; a port that Kubernetes forwards comes from the loopback.
                        "-javaagent:/scupper-agent.jar=port=" + AGENT_PORT + ",bind=0.0.0.0,token="
                                + SECRET.replace(' ', '+') + " -XX:SoftRefLRUPolicyMSPerMB=0")
                .withExposedPorts(8080, AGENT_PORT)
                .waitingFor(Wait.forHttp("/health").forPort(8080))) {
            pod.start();
            CommandLine.run(
                    CommandLine.leakTest(
                            leakTest,
                            "-D" + RemoteOrders.URL + "=http://" + pod.getHost() + ":" + pod.getMappedPort(8080),
                            "-D" + RemoteOrders.AGENT + "=" + pod.getHost() + ":" + pod.getMappedPort(AGENT_PORT),
                            "-Dscupper.records=" + records.resolve(name)),
                    Map.of(RemoteOrders.TOKEN, token));
            assertThat(pod.isRunning()).isTrue();
        }
    }
}
