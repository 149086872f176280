package io.scupper.explain;

import io.scupper.trace.Frames;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which methods of the application have how much of something, and at which line most of it. Not thread-safe. */
final class Shares {

    private static final int MOST = 3;

    /** Less than this tells nobody anything. */
    private static final double LEAST = 0.1;

    private final Map<String, Share> shares = new HashMap<>();
    private long all;

    /** Returns the frame of the application that is nearest to the top of a stack; empty if there is none. */
    static Optional<String> frame(List<String> stack) {
        return stack.stream().filter(Frames::isApplication).findFirst();
    }

    /** Returns the method of a frame, without its line. */
    static String method(String frame) {
        return Frames.culprit(List.of(frame)).orElse(frame);
    }

    /** Adds what a method has at a line. */
    void add(String frame, long amount) {
        all += amount;
        shares.computeIfAbsent(method(frame), name -> new Share()).add(frame, amount);
    }

    /** Adds what nobody knows whose it is. */
    void addNobodys(long amount) {
        all += amount;
    }

    /** Returns a line for each that has its share, the largest first: {@code 42 % of} the words, and the frame. */
    List<String> told(String words) {
        return shares.values().stream()
                .filter(share -> share.amount > 0 && share.amount >= LEAST * all)
                .sorted(Comparator.comparingLong((Share share) -> share.amount).reversed())
                .limit(MOST)
                .map(share ->
                        String.format(Locale.ROOT, "%.0f %% of %s %s", 100.0 * share.amount / all, words, share.line()))
                .toList();
    }

    private static final class Share {

        private final Map<String, Long> lines = new HashMap<>();
        private long amount;

        void add(String frame, long more) {
            amount += more;
            lines.merge(frame, more, Long::sum);
        }

        String line() {
            return lines.entrySet().stream()
                    .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
        }
    }
}
