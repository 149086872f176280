package io.scupper.examples.orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One of the packed jars, running in a JVM of its own. */
final class OrdersJar implements AutoCloseable {

    private final Process process;
    private final String greeting;
    private final Http http;

    OrdersJar(String variant, String pricesUrl, String redisUrl) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-Xmx256m", "-jar", "target/orders-" + variant + ".jar")
                .redirectErrorStream(true);
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().put("PRICES_URL", pricesUrl);
        builder.environment().put("REDIS_URL", redisUrl);
        process = builder.start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        greeting = String.valueOf(output.readLine());
        http = new Http(Integer.parseInt(greeting.substring(greeting.lastIndexOf(' ') + 1)));
    }

    String greeting() {
        return greeting;
    }

    Http http() {
        return http;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
