package io.scupper.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.embedded.RedisServer;

/** The packed jars within this JVM, in class loaders of their own, stopped by an interrupt. */
class MainIT {

    private final List<String> settings = List.of("SERVER_PORT", "PRICES_URL", "REDIS_URL");

    @AfterEach
    void forgetSettings() {
        settings.forEach(System::clearProperty);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaky", "remedied"})
    void anInterruptStopsEverything(String variant) throws Exception {
        int redisPort = freePort();
        RedisServer redis = RedisServer.newRedisServer().port(redisPort).build();
        redis.start();
        try (PriceServer prices = new PriceServer();
                URLClassLoader loader = loader(variant)) {
            for (int start = 0; start < 2; start++) {
                int port = freePort();
                Thread main = run(loader, port, prices.url(), "redis://localhost:" + redisPort);
                Http http = ready(port);
                assertThat(http.get("/orders/7/price").statusCode()).isEqualTo(200);
                assertThat(http.get("/orders/7/report").statusCode()).isEqualTo(200);
                assertThat(http.post("/orders/7/confirm", new byte[0]).statusCode())
                        .isEqualTo(202);

                main.interrupt();

                main.join(10_000);
                assertThat(main.isAlive()).isFalse();
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(() -> assertThat(threadsOfTheService()).isEmpty());
            }
        } finally {
            redis.stop();
        }
    }

    @Test
    void bothBuildsRunSideBySide() throws Exception {
        try (URLClassLoader leaky = loader("leaky");
                URLClassLoader remedied = loader("remedied")) {
            int leakyPort = freePort();
            Thread first = run(leaky, leakyPort, "", "");
            assertThat(ready(leakyPort).get("/orders/7").statusCode()).isEqualTo(200);
            int remediedPort = freePort();
            Thread second = run(remedied, remediedPort, "", "");
            assertThat(ready(remediedPort).get("/orders/7").statusCode()).isEqualTo(200);

            first.interrupt();
            first.join(10_000);

            assertThat(ready(remediedPort).get("/orders/7").statusCode()).isEqualTo(200);
            second.interrupt();
            second.join(10_000);
        }
    }

    private static Set<String> threadsOfTheService() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("orders-") || name.startsWith("lettuce-"))
                .collect(Collectors.toSet());
    }

    private static URLClassLoader loader(String variant) throws MalformedURLException {
        URL jar = Path.of("target", "orders-" + variant + ".jar").toUri().toURL();
        return new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    }

    private static Thread run(ClassLoader loader, int port, String pricesUrl, String redisUrl) {
        System.setProperty("SERVER_PORT", Integer.toString(port));
        System.setProperty("PRICES_URL", pricesUrl);
        System.setProperty("REDIS_URL", redisUrl);
        Thread main = new Thread(() -> {
            try {
                loader.loadClass("io.scupper.examples.orders.Main")
                        .getMethod("main", String[].class)
                        .invoke(null, (Object) new String[0]);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        });
        main.setContextClassLoader(loader);
        main.start();
        return main;
    }

    private static Http ready(int port) {
        Http http = new Http(port);
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptionsMatching(e -> true)
                .until(() -> isHealthy(http));
        return http;
    }

    private static boolean isHealthy(Http http) {
        try {
            return http.get("/health").statusCode() == 200;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
