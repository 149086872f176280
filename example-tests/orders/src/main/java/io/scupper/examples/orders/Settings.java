package io.scupper.examples.orders;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings. Each is read from the system property of its name, otherwise from the environment, otherwise it has its
 * default.
 *
 * @param port {@code SERVER_PORT}, 8080; 0 takes a free one
 * @param pricesUrl {@code PRICES_URL}, of the price service; without it prices are answered with 503
 * @param redisUrl {@code REDIS_URL}, such as {@code redis://localhost:6379}; without it confirmations are answered with
 *     503
 * @param confirmTimeout {@code ORDERS_CONFIRM_TIMEOUT_MILLIS}, 500: how long a confirmation waits for its own echo
 * @param reportTimeout {@code ORDERS_REPORT_TIMEOUT_MILLIS}, 500: how long a request waits for its report
 * @param tinyLeak {@code ORDERS_TINY_LEAK}, 0 for off: keeps one {@link Crumb} per so many reads of an order
 */
record Settings(
        int port,
        @Nullable String pricesUrl,
        @Nullable String redisUrl,
        Duration confirmTimeout,
        Duration reportTimeout,
        int tinyLeak) {

    static Settings read() {
        return new Settings(
                number("SERVER_PORT", 8080),
                text("PRICES_URL"),
                text("REDIS_URL"),
                Duration.ofMillis(number("ORDERS_CONFIRM_TIMEOUT_MILLIS", 500)),
                Duration.ofMillis(number("ORDERS_REPORT_TIMEOUT_MILLIS", 500)),
                number("ORDERS_TINY_LEAK", 0));
    }

    private static int number(String name, int otherwise) {
        String text = text(name);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private static @Nullable String text(String name) {
        String text = System.getProperty(name, System.getenv(name));
        return text == null || text.isBlank() ? null : text.strip();
    }
}
