package io.scupper.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes records as tests leave them. */
final class RecordJson {

    private static final String CLASS = "com.acme.OrdersLeakTest";

    private RecordJson() {}

    static Path clean(Path folder, String method, long recoveredAfterMillis) throws IOException {
        return write(folder, method, """
                {"schema": "scupper-run/1", "test": "OrdersLeakTest.%s", "verdict": "CLEAN", "runtime": "forked JVM",
                 "recoveredAfterMillis": %d,
                 "probes": [{"name": "heap", "unit": "BYTES", "verdict": "CLEAN", "kind": "RETURNED", "baseline": 1000000.0,
                             "settled": 1000100.0, "perOperation": 0.1, "reason": "back"}],
                 "suspects": [], "samples": [{"phase": "armed", "counted": {"threads:main": 1}}]}
                """.formatted(method, recoveredAfterMillis));
    }

    static Path bounded(Path folder, String method, int entries) throws IOException {
        return write(folder, method, """
                {"schema": "scupper-run/1", "test": "OrdersLeakTest.%s", "verdict": "CLEAN", "runtime": "forked JVM",
                 "recoveredAfterMillis": 500,
                 "probes": [{"name": "heap:com.acme.Price", "unit": "COUNT", "verdict": "CLEAN", "kind": "BOUNDED",
                             "baseline": 0.0, "settled": %d.0, "perOperation": 0.4, "reason": "came to rest"}]}
                """.formatted(method, entries));
    }

    static Path leak(Path folder, String method, double perOperation) throws IOException {
        return write(folder, method, """
                {"schema": "scupper-run/1", "test": "OrdersLeakTest.%s", "verdict": "LEAK", "runtime": "forked JVM",
                 "recoveredAfterMillis": null,
                 "probes": [{"name": "heap:com.acme.AuditEntry", "unit": "COUNT", "verdict": "LEAK", "kind": "GROWTH",
                             "baseline": 0.0, "settled": 100.0, "perOperation": %s, "reason": "grew"}],
                 "suspects": [{"probe": "heap:com.acme.AuditEntry", "what": "100 more than baseline",
                               "culprit": "com.acme.AuditFilter.ENTRIES", "fingerprint": "0b21fe55738d",
                               "origins": [{"what": "inserted", "stayed": 16, "seen": 16, "frames":
                                   ["java.util.ArrayList.add(ArrayList.java:467)",
                                    "com.acme.AuditFilter.doFilter(AuditFilter.java:3)"]}],
                               "advice": "Bound the list."}]}
                """.formatted(method, perOperation));
    }

    static Path overBudget(Path folder, String method) throws IOException {
        return write(folder, method, """
                {"schema": "scupper-run/1", "test": "OrdersLeakTest.%s", "verdict": "OVER_BUDGET", "runtime": "forked JVM",
                 "recoveredAfterMillis": 500, "probes": [], "suspects": [],
                 "budgets": [{"measure": "peakHeap", "of": "", "unit": "BYTES", "atMost": 12582912.0, "measured": 25165824.0,
                              "outcome": "MISSED", "reason": "The most that was live.", "evidence": [], "advice": "Bound it."},
                             {"measure": "queriesPerOperation", "of": "", "unit": "COUNT", "atMost": 2.0, "measured": 1.0,
                              "outcome": "MET", "reason": "counted", "evidence": [], "advice": ""}]}
                """.formatted(method));
    }

    static Path unmeasured(Path folder, String method) throws IOException {
        return write(folder, method, """
                {"schema": "scupper-run/1", "test": "OrdersLeakTest.%s", "verdict": "INCONCLUSIVE", "runtime": "forked JVM",
                 "reasons": [], "probes": [],
                 "budgets": [{"measure": "allocatedPerOperation", "of": "", "unit": "BYTES", "atMost": 10.0, "measured": null,
                              "outcome": "UNMEASURED", "reason": "2 threads ended.", "evidence": [], "advice": ""}]}
                """.formatted(method));
    }

    static Path inconclusive(Path folder, String method) throws IOException {
        return write(folder, method, """
                {"schema": "scupper-run/1", "test": "OrdersLeakTest.%s", "verdict": "INCONCLUSIVE", "runtime": "forked JVM",
                 "reasons": ["the subject never got quiet"], "probes": []}
                """.formatted(method));
    }

    static Path error(Path folder, String method) throws IOException {
        return write(folder, method, """
                {"schema": "scupper-run/1", "test": "OrdersLeakTest.%s", "verdict": "ERROR", "runtime": "forked JVM",
                 "error": "The subject died.\\nIts last lines: …", "probes": []}
                """.formatted(method));
    }

    static Path write(Path folder, String method, String json) throws IOException {
        Path file = folder.resolve(CLASS).resolve(method + ".json");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, json);
    }

    static String accepted(String fingerprint, String expires) {
        return """
                {"schema": "scupper-accepted/1", "leaks": [
                  {"fingerprint": "%s", "reason": "audit log moves out", "ticket": "ORD-17", "expires": "%s"}]}
                """.formatted(fingerprint, expires);
    }
}
