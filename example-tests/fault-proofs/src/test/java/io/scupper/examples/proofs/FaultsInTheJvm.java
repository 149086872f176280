package io.scupper.examples.proofs;

import io.scupper.fault.AbandonedTasks;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.spi.FaultType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of all faults are in the JVM, and how each of these is armed in the {@link io.scupper.examples.proofs.subject.Workshop}: on the
 * thread of its own tool, so that they do not disturb each other.
 */
final class FaultsInTheJvm {

    /** What is done from outside, with nothing woven. Whoever adds a type adds it here, or a tool for it. */
    private static final Set<String> OUTSIDE = Set.of(
            "burst",
            "client-abort",
            "db-connection-squatting",
            "db-lock",
            "db-slow-query",
            "gzip-bomb",
            "json-explosion",
            "large-payload",
            "log-storm",
            "redis-half-sent-command",
            "redis-paused",
            "redis-unread-pipeline",
            "slow-request-body",
            "slow-response-reader",
            "unique-keys",
            "upstream-errors",
            "upstream-never-ends",
            "upstream-resets");

    private static final String OF_THE_WIRE = "wire-";

    private static final String FOREVER = "10m";

    private static final Map<String, FaultSpec> ARMED = List.of(
                    onItsThread(Faults.abandonedTasks(AbandonedTasks.How.PARK)),
                    onItsThread(Faults.of("dns-stall").with("delay", FOREVER)),
                    onItsThread(Faults.of("rabbitmq-unacknowledged")),
                    onItsThread(Faults.of("rabbitmq-unconsumed").with("delay", FOREVER)),
                    onItsThread(Faults.of("skipped-shutdown")),
                    onItsThread(Faults.of("slow-appender").with("delay", FOREVER)),
                    Faults.of("slow-redis-consumer").with("where", "LISTENER").with("delay", FOREVER),
                    onItsThread(Faults.of("stuck-eviction")),
                    onItsThread(Faults.of("unacknowledged-message")),
                    onItsThread(Faults.of("uncleared-context")),
                    onItsThread(Faults.of("unclosed-connection")),
                    onItsThread(Faults.of("unclosed-file")),
                    onItsThread(Faults.of("unclosed-response")),
                    onItsThread(Faults.of("unclosed-result-set")),
                    onItsThread(Faults.of("unclosed-statement")),
                    onItsThread(Faults.of("unfinished-async")),
                    onItsThread(Faults.of("unreleased-buffer")),
                    onItsThread(Faults.of("unreleased-lock")),
                    onItsThread(Faults.of("unreturned-permit")),
                    onItsThread(Faults.of("unreturned-redis-connection")))
            .stream()
            .collect(Collectors.toMap(FaultSpec::id, spec -> spec));

    /** What nobody but the subject's own next use can give back. */
    private static final Set<String> GONE_WITH_THE_NEXT_USE = Set.of("stuck-eviction", "uncleared-context");

    private FaultsInTheJvm() {}

    /** Returns the ids of all there are, but for those that a user of Scupper has made. */
    static List<String> ids() {
        return Faults.types().stream()
                .filter(type -> type.getClass().getName().startsWith("io.scupper."))
                .map(FaultType::id)
                .filter(id -> !OUTSIDE.contains(id) && !id.startsWith(OF_THE_WIRE))
                .toList();
    }

    /** Returns the faults that there is a tool for, by id. */
    static Map<String, FaultSpec> armed() {
        return ARMED;
    }

    static boolean isGoneWithTheNextUse(String id) {
        return GONE_WITH_THE_NEXT_USE.contains(id);
    }

    private static FaultSpec onItsThread(FaultSpec fault) {
        return fault.with("thread", fault.id()).with("recovery", "ASSISTED");
    }
}
