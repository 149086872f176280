package io.scupper.gate.decision;

import io.scupper.gate.budget.AcceptedLeak;
import io.scupper.gate.record.TestRecord;
import io.scupper.gate.record.TestRecord.Leak;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which leaks are accepted, by the fingerprint of their explanation and by nothing else: a leak that is somewhere else now is another
 * one, and one that was not explained cannot be accepted.
 */
final class Acceptance {

    private final Map<String, AcceptedLeak> accepted;
    private final Policy policy;
    private final Set<String> met = new HashSet<>();

    Acceptance(List<AcceptedLeak> accepted, Policy policy) {
        this.accepted = accepted.stream().collect(Collectors.toMap(AcceptedLeak::fingerprint, Function.identity()));
        this.policy = policy;
    }

    /** Looks at a test whose verdict is LEAK: all of its leaks must be accepted. */
    void check(TestRecord test, List<Finding> findings, List<String> notes) {
        if (test.leaks().isEmpty()) {
            findings.add(Finding.of(
                    ExitCode.LEAK, test.key(), "It leaks, and its record has no explanation that could be accepted."));
        }
        for (Leak leak : test.leaks()) {
            AcceptedLeak known = leak.fingerprint().isEmpty() ? null : accepted.get(leak.fingerprint());
            if (known == null) {
                findings.add(leak(test, leak, ""));
                continue;
            }
            met.add(known.fingerprint());
            if (known.isExpired(policy.today())) {
                findings.add(leak(
                        test,
                        leak,
                        " It was accepted until %s (%s, %s), which is over."
                                .formatted(known.expires(), known.ticket(), known.reason())));
            } else {
                notes.add("%s: leak %s of %s is accepted until %s (%s): %s"
                        .formatted(
                                test.key(),
                                leak.fingerprint(),
                                leak.culprit().isEmpty() ? leak.resource() : leak.culprit(),
                                known.expires(),
                                known.ticket(),
                                known.reason()));
            }
        }
    }

    /** Looks for what is accepted and did not show. */
    void stale(List<Finding> findings) {
        accepted.values().stream()
                .filter(each -> !met.contains(each.fingerprint()))
                .forEach(each -> findings.add(Finding.of(
                        ExitCode.STALE,
                        "accepted leak " + each.fingerprint(),
                        "No test found it (%s, %s). If it is mended, remove the entry."
                                .formatted(each.ticket(), each.reason()))));
    }

    private static Finding leak(TestRecord test, Leak leak, String more) {
        String who = leak.culprit().isEmpty() ? "" : " Culprit: " + leak.culprit() + ".";
        String where = leak.frame().isEmpty() ? "" : " Brought forth at " + leak.frame() + ".";
        String fingerprint = leak.fingerprint().isEmpty() ? "" : " Fingerprint " + leak.fingerprint() + ".";
        return new Finding(
                ExitCode.LEAK,
                test.key(),
                "%s: %s.%s%s%s%s".formatted(leak.resource(), leak.what(), who, where, fingerprint, more),
                Optional.of(leak));
    }
}
