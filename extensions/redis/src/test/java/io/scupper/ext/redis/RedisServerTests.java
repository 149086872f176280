package io.scupper.ext.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.scupper.model.ScupperException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedisServerTests {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    @Test
    void runsAsAProcessThatLeavesNothingBehind() throws Exception {
        var redis = RedisServer.create().arguments("--maxmemory 64mb");
        Path folder;
        ProcessHandle process;

        try (var server = redis.startLocally()) {
            redis.started(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), Optional.empty());
            try (var connection = redis.connect()) {
                assertThat(connection.info("memory")).containsEntry("maxmemory", "67108864");
                assertThat(connection.info("persistence")).containsEntry("aof_enabled", "0");
                Map<String, String> about = connection.info("server");
                folder = Path.of(about.get("executable")).getParent();
                process = ProcessHandle.of(Long.parseLong(about.get("process_id")))
                        .orElseThrow();
                assertThat(folder).hasParent(TEMPORARY.toRealPath()).exists();
            }
            assertThat(redis.url()).isEqualTo("redis://localhost:" + server.port());
            redis.stopping();
        }

        assertThat(folder).doesNotExist();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void endsWithTheJvmThatStartedIt() throws Exception {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForgetfulTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed;
        try (var reader = child.inputReader()) {
            printed = reader.readLine();
            long pid = Long.parseLong(printed);
            child.waitFor();

            assertThat(child.exitValue()).isZero();
            await().until(() ->
                    !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
            assertThat(reader.readLine()).as("noise").isNull();
        }
    }

    @Test
    void wrongArgumentIsAnErrorWithWhatRedisPrinted() throws Exception {
        long before = folders();

        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(RedisServer.create().arguments("--no-such-flag 1")::startLocally)
                .withMessageStartingWith("Redis ended with exit code 1 instead of answering on port ")
                .withMessageContaining("Bad directive or wrong number of arguments");
        assertThat(folders()).isEqualTo(before);
    }

    @Test
    void tellsTheSubjectWhereItIs() {
        assertThat(RedisServer.create().settings("redis", 6379)).isEqualTo(Map.of("REDIS_URL", "redis://redis:6379"));
        assertThat(RedisServer.create().setting("CACHE").settings("10.0.0.1", 1))
                .isEqualTo(Map.of("CACHE", "redis://10.0.0.1:1"));
    }

    @Test
    void runsAsAContainerOfItsImage() {
        var form = RedisServer.create()
                .image("redis:7.4")
                .arguments("--maxmemory 64mb", "--requirepass", "\"\"")
                .container();

        assertThat(form.image()).isEqualTo("redis:7.4");
        assertThat(form.ports()).containsExactly(6379);
        assertThat(form.files()).isEmpty();
        assertThat(form.command())
                .isEqualTo(List.of("--save", "", "--appendonly", "no", "--maxmemory", "64mb", "--requirepass", ""));
    }

    @Test
    void addressBeforeItRunsIsAnError() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(RedisServer.create()::address)
                .withMessage("Redis 'redis' does not run: it does while the subject does, and this very object must be"
                        + " among the subject's companions.");
    }

    @Test
    void isTheCompanionOfOneSubjectAtATime() {
        var redis = RedisServer.create();
        var first = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        var second = new InetSocketAddress(InetAddress.getLoopbackAddress(), 2);
        redis.started(first, Optional.empty());

        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> redis.started(second, Optional.empty()))
                .withMessage(
                        "Redis 'redis' runs already, beside another subject. Give each of two subjects that run at the"
                                + " same time a RedisServer of its own.");
        assertThat(redis.address()).isEqualTo(first);
        redis.stopping();
        redis.started(second, Optional.empty());
        assertThat(redis.address()).isEqualTo(second);
        redis.stopping();
    }

    @Test
    void nameThatIsNoHostNameIsRefused() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> RedisServer.create().name("my redis"))
                .withMessage("The name of a Redis is 'my redis'. Allowed are letters, digits and hyphens, a letter or"
                        + " digit first.");
    }

    private static long folders() throws Exception {
        try (var files = Files.list(TEMPORARY)) {
            return files.filter(file -> file.getFileName().toString().startsWith("scupper-redis-"))
                    .count();
        }
    }

    /** Starts a Redis, says which, and ends without closing it. */
    static final class ForgetfulTest {

        public static void main(String[] arguments) throws Exception {
            var redis = RedisServer.create();
            var server = redis.startLocally();
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
            try (var connection = new RedisConnection(address, "test")) {
                System.out.println(connection.info("server").get("process_id"));
            }
            System.exit(0);
        }
    }
}
