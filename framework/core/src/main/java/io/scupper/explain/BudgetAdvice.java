package io.scupper.explain;

import io.scupper.model.Budget.Measure;

/** What to change where a budget is missed. */
final class BudgetAdvice {

    private BudgetAdvice() {}

    static String of(Measure measure) {
        return switch (measure) {
            case PEAK_HEAP ->
                "Bound what one request may hold and how many run at once: a limit on its size that is answered with 413, a stream that is read in pieces, or a temporary file.";
            case ALLOCATED ->
                "Read a document as a stream and only the parts that are needed, and keep what is the same for many requests in a bounded cache.";
            case QUERIES ->
                "Keep what is read again and again in a bounded cache with a time to live, and ask once for many rows instead of once for each.";
            case COMMANDS ->
                "Keep the hottest keys in the heap, in a bounded cache with a time to live, and ask for several keys at once.";
            case SHALLOW, RETAINED ->
                "Leave out fields that can be derived, hold numbers as primitives and several flags in one; each object is rounded up to 8 bytes.";
        };
    }
}
