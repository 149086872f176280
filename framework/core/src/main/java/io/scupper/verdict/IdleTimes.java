package io.scupper.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long libraries keep threads that have nothing to do, by the names they give them. These are the libraries' defaults,
 * from their documentation; a test declares its subject's own.
 */
public final class IdleTimes {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private static final Map<Pattern, Duration> KNOWN = Map.of(
            // The common pool and its kin: keep-alive of a ForkJoinPool.
            Pattern.compile("threads:ForkJoinPool.*-worker-\\*"), MINUTE,
            // The JDK's client runs on a cached thread pool.
            Pattern.compile("threads:HttpClient-\\*-Worker-\\*"), MINUTE,
            // OkHttp's dispatcher, its task runner, and Okio's watchdog.
            Pattern.compile("threads:(OkHttp .*|Okio Watchdog)"), MINUTE,
            // Reactor's elastic schedulers.
            Pattern.compile("threads:boundedElastic-\\*"), MINUTE,
            // Tomcat's workers above its spare ones.
            Pattern.compile("threads:https?-.*-exec-\\*"), MINUTE);

    private IdleTimes() {}

    /** Returns the longest of the times after which these go by themselves; empty unless one is known for each of them. */
    public static Optional<Duration> of(List<String> resources) {
        Duration longest = Duration.ZERO;
        for (String resource : resources) {
            Optional<Duration> known = of(resource);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            longest = longest.compareTo(known.get()) < 0 ? known.get() : longest;
        }
        return resources.isEmpty() ? Optional.empty() : Optional.of(longest);
    }

    private static Optional<Duration> of(String resource) {
        return KNOWN.entrySet().stream()
                .filter(row -> row.getKey().matcher(resource).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
