package io.scupper.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts how requests ended, by many threads. */
final class Tally {

    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

    void add(String ending) {
        counts.computeIfAbsent(ending, key -> new LongAdder()).increment();
    }

    long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Writes it as {@code 200 ×38, 413 early ×2}. */
    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " ×" + count.getValue().sum())
                .collect(Collectors.joining(", "));
    }
}
