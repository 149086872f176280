package io.scupper.junit;

import io.scupper.model.Budget.Measure;
import io.scupper.model.ByteSize;
import io.scupper.model.ScupperException;
import io.scupper.model.Unit;
import java.util.ArrayList;
import java.util.List;

/** Reads budgets as people write them. */
final class Budgets {

    private Budgets() {}

    /**
     * Reads an annotation.
     *
     * @throws ScupperException if a figure is not allowed, or there is none at all
     */
    static List<io.scupper.model.Budget> of(Budget budget) {
        var read = new ArrayList<io.scupper.model.Budget>();
        addSize(read, Measure.PEAK_HEAP, "", budget.peakHeap());
        addSize(read, Measure.ALLOCATED, "", budget.allocatedPerOperation());
        addCount(read, Measure.QUERIES, budget.queriesPerOperation());
        addCount(read, Measure.COMMANDS, budget.commandsPerOperation());
        for (PerInstance instance : budget.instances()) {
            int before = read.size();
            addSize(read, Measure.SHALLOW, instance.of(), instance.shallow());
            addSize(read, Measure.RETAINED, instance.of(), instance.retained());
            if (read.size() == before) {
                throw new ScupperException(
                        "@PerInstance(of = \"%s\") allows nothing in particular: give it shallow or retained, for example \"24B\"."
                                .formatted(instance.of()));
            }
        }
        if (read.isEmpty()) {
            throw new ScupperException(
                    "@Budget is empty: give it at least one of peakHeap, allocatedPerOperation, queriesPerOperation, commandsPerOperation and instances.");
        }
        return read;
    }

    /** Makes one of what is written in words. */
    static io.scupper.model.Budget parse(Measure measure, String of, String atMost) {
        if (measure.unit() == Unit.BYTES) {
            return ofSize(measure, of, atMost);
        }
        try {
            return ofCount(measure, Double.parseDouble(atMost));
        } catch (NumberFormatException e) {
            throw new ScupperException(
                    "@Budget: %s is '%s', which is no number. Allowed is 0 or more."
                            .formatted(measure.attribute(), atMost),
                    e);
        }
    }

    private static io.scupper.model.Budget ofSize(Measure measure, String of, String size) {
        String name = "@Budget: " + new io.scupper.model.Budget(measure, of, 1).label();
        if (of.isBlank() && (measure == Measure.SHALLOW || measure == Measure.RETAINED)) {
            throw new ScupperException(
                    "@PerInstance names no class: of is empty. Give it a name such as 'com.acme.Order'.");
        }
        long bytes = ByteSize.parse(name, size).bytes();
        if (bytes == 0) {
            throw new ScupperException(
                    "%s is '%s', which nothing could keep to. Allowed is more than 0, for example '64KiB'."
                            .formatted(name, size));
        }
        return new io.scupper.model.Budget(measure, of, bytes);
    }

    private static io.scupper.model.Budget ofCount(Measure measure, double count) {
        if (!(count >= 0) || Double.isInfinite(count)) {
            throw new ScupperException(
                    "@Budget: %s is %s. Allowed is 0 or more, for example 0.05 for one in twenty operations."
                            .formatted(measure.attribute(), count));
        }
        return new io.scupper.model.Budget(measure, count);
    }

    private static void addSize(List<io.scupper.model.Budget> read, Measure measure, String of, String size) {
        if (!size.isEmpty()) {
            read.add(ofSize(measure, of, size));
        }
    }

    private static void addCount(List<io.scupper.model.Budget> read, Measure measure, double count) {
        if (count != Budget.NONE) {
            read.add(ofCount(measure, count));
        }
    }
}
