package io.scupper.junit;

import io.scupper.engine.AbortConditions;
import io.scupper.engine.AbortConditions.HealthCheck;
import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import io.scupper.spi.RunningSubject;
import io.scupper.traffic.RawClient;
import io.scupper.traffic.RawRequest;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** When an armed experiment is ended at once, in words; system properties go before what a test says. */
record Aborts(String heap, String memory, String health, String unwell) {

    static final Aborts DEFAULT = new Aborts(AbortWhen.SHARE, AbortWhen.SHARE, "", AbortWhen.UNWELL);

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*%");

    /**
     * Returns what the words say.
     *
     * @throws ScupperException if one of them is not allowed
     */
    AbortConditions conditions(Supplier<RunningSubject> subject) {
        String path = set("health", health);
        return new AbortConditions(
                share("heap", set("heap", heap)),
                share("memory", set("memory", memory)),
                path.isBlank() ? HealthCheck.NONE : check(path, subject),
                TimeSpan.parse("scupper.abort.unwell", set("unwell", unwell)));
    }

    private static String set(String name, String given) {
        return System.getProperty("scupper.abort." + name, given);
    }

    private static double share(String name, String given) {
        var percent = PERCENT.matcher(given.strip());
        if (percent.matches()) {
            double share = Double.parseDouble(percent.group(1)) / 100;
            if (share > 0 && share <= 1) {
                return share;
            }
        }
        throw new ScupperException(
                "scupper.abort.%s is '%s'. Allowed is a share above 0%% and at most 100%%, such as '97%%'."
                        .formatted(name, given));
    }

    /** On a connection of its own each time, like all calls of a test. */
    private static HealthCheck check(String path, Supplier<RunningSubject> subject) {
        if (!path.startsWith("/")) {
            throw new ScupperException(
                    "scupper.abort.health is '%s'. Allowed is a path that begins with a slash, such as '/health'."
                            .formatted(path));
        }
        return () -> {
            URI base = subject.get()
                    .http()
                    .orElseThrow(() -> new ScupperException("scupper.abort.health is '" + path
                            + "', but the system under test has no HTTP address. Say Sut.….http(port)."));
            try {
                var answer = RawClient.of(base).send(RawRequest.of("GET", path));
                boolean well = answer.status() > 0 && answer.status() < 400;
                return well ? "" : "GET " + path + " ended with '" + answer.inWords() + "'";
            } catch (IOException e) {
                return "GET " + path + " failed: " + e.getMessage();
            }
        };
    }
}
