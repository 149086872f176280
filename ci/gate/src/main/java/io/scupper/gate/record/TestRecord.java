package io.scupper.gate.record;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the gate needs of one record: a hundredth of it, since samples are for charts.
 *
 * @param file where it lies, for messages
 * @param test class and method, the same in each build
 * @param runtime where the subject ran
 * @param recoveredAfterMillis from lift until everything was back; empty if it was not
 * @param heapAtBaseline live bytes before the fault; 0 if they were not read
 * @param growths what did not simply return to its baseline
 * @param spent what was measured against the test's own budgets
 * @param problem why there is no verdict, or why it is INCONCLUSIVE; otherwise empty
 */
public record TestRecord(
        Path file,
        String test,
        String runtime,
        Verdict verdict,
        OptionalLong recoveredAfterMillis,
        long heapAtBaseline,
        List<Growth> growths,
        List<Leak> leaks,
        List<Spent> spent,
        String problem) {

    public TestRecord {
        growths = List.copyOf(growths);
        leaks = List.copyOf(leaks);
        spent = List.copyOf(spent);
    }

    /** Returns what tells it from every other record of a build. */
    public String key() {
        return test + " (" + runtime + ")";
    }

    /** The verdict of a record; of those of a run, and of one that came to none. */
    public enum Verdict {
        CLEAN,
        LEAK,
        /** Nothing is kept, and more was used up than a budget of the test allows. */
        OVER_BUDGET,
        INCONCLUSIVE,
        /** The test ended in an error, and nothing was decided. */
        ERROR
    }

    /**
     * One thing that was measured, and that grew.
     *
     * @param resource its name, without the ports that change from run to run
     * @param bytes whether it is counted in bytes
     * @param bounded whether it came to rest, as a cache does that is full
     * @param perOperation how much was retained for each operation
     * @param retained how much of it is there that was not at baseline
     */
    public record Growth(
            String resource, boolean bytes, boolean leak, boolean bounded, double perOperation, double retained) {}

    /**
     * The explanation of one leak.
     *
     * @param resource what grew
     * @param culprit class and member of the application; empty if nothing names one
     * @param fingerprint the same for the same leak in other runs; empty if it was not explained
     * @param frame the line of the application that brought it forth, {@code com.acme.Orders.keep(Orders.java:31)}; empty if
     *     none was seen
     * @param perOperation how much was retained for each operation
     */
    public record Leak(
            String resource,
            String what,
            String culprit,
            String fingerprint,
            String frame,
            String advice,
            double perOperation) {}

    /**
     * One thing that was measured against a budget of the test.
     *
     * @param what the attribute of its annotation, and the class it is about
     * @param bytes whether it is counted in bytes
     */
    public record Spent(
            String what, boolean bytes, double measured, double atMost, boolean missed, String reason, String advice) {}
}
