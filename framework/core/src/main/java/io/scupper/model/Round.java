package io.scupper.model;

/**
 * N operations, then a sample.
 *
 * @param fired how often faults fired during the round, all faults together; 0 without a fault
 */
public record Round(Sample sample, long fired) {

    /** Returns what growth is measured against: firings where a fault fired, but no more than the operations. */
    public long injected() {
        return fired > 0 ? Math.min(fired, sample.operations()) : sample.operations();
    }
}
