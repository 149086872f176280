package io.scupper.engine;

import io.scupper.model.FaultRecord;
import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The faults of one experiment, bound to its subject; armed and lifted together. Closing collects failures. */
final class PreparedFaults implements AutoCloseable {

    private final List<Bound> faults = new ArrayList<>();
    private boolean armed;

    PreparedFaults(List<Fault> faults, RunningSubject subject) {
        try {
            for (Fault fault : faults) {
                this.faults.add(new Bound(fault, fault.prepare(subject, nameOf(fault))));
            }
        } catch (RuntimeException e) {
            try {
                close();
            } catch (RuntimeException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    /**
     * Returns the operation with the traffic of these faults added.
     *
     * @throws ScupperException if that is nothing at all: such an experiment has measured nothing, which is never a pass
     */
    Operation addedTo(Operation operation) {
        List<PreparedFault> traffic = faults.stream()
                .map(Bound::prepared)
                .filter(PreparedFault::bringsTraffic)
                .toList();
        if (operation == Operation.NONE && traffic.isEmpty()) {
            throw new ScupperException(
                    "There is no operation to repeat: the test has no body, and %s. Give it a body that reaches what is tested."
                            .formatted(inWords()));
        }
        return () -> {
            operation.run();
            for (PreparedFault fault : traffic) {
                fault.operate();
            }
        };
    }

    private String nameOf(Fault fault) {
        long before = faults.stream()
                .filter(bound -> bound.fault.id().equals(fault.id()))
                .count();
        return before == 0 ? fault.id() : fault.id() + "-" + (before + 1);
    }

    void arm() {
        armed = !faults.isEmpty();
        faults.forEach(fault -> fault.prepared.arm());
    }

    /** Tells whether anything is done to the subject now. */
    boolean areArmed() {
        return armed;
    }

    /** Lifts all and gives everything back, as far as that can be done; what went wrong is suppressed in the reason. */
    void abort(RuntimeException reason) {
        armed = false;
        for (Bound each : faults) {
            try {
                each.prepared.lift();
                each.prepared.compensate();
            } catch (RuntimeException e) {
                reason.addSuppressed(e);
            }
        }
    }

    /** Lifts all, and gives back what the assisted ones withheld. */
    void lift() {
        armed = false;
        faults.forEach(fault -> fault.prepared.lift());
        faults.stream()
                .filter(fault -> fault.fault.recovery() == Recovery.ASSISTED)
                .forEach(fault -> fault.prepared.compensate());
    }

    /** Returns how often they fired so far, all together. */
    long fired() {
        return faults.stream()
                .mapToLong(fault -> fault.prepared.report().fired())
                .sum();
    }

    /**
     * Makes sure that each fault had an effect.
     *
     * @throws ScupperException if one did not: the run has measured nothing, which is never a pass
     */
    void requireFired(long operations) {
        for (Bound fault : faults) {
            FaultReport report = fault.prepared.report();
            if (report.fired() == 0) {
                throw new ScupperException(("Fault '%s' never fired in %d operations: it matched %d times. %s"
                                + " Check its parameters %s, or whether the workload reaches it.")
                        .formatted(
                                fault.fault.id(),
                                operations,
                                report.matched(),
                                report.note(),
                                fault.fault.parameters()));
            }
        }
    }

    /** Gives everything back and returns what each fault was and did. */
    List<FaultRecord> finish() {
        return faults.stream().map(Bound::finish).toList();
    }

    @Override
    public void close() {
        RuntimeException first = null;
        for (Bound fault : faults) {
            try {
                fault.prepared.close();
            } catch (RuntimeException e) {
                first = collected(first, e);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private String inWords() {
        String ids = faults.stream().map(fault -> "'" + fault.fault.id() + "'").collect(Collectors.joining(", "));
        return ids.isEmpty() ? "it has no fault that would bring traffic" : "fault " + ids + " brings no traffic";
    }

    private static RuntimeException collected(@Nullable RuntimeException first, RuntimeException next) {
        if (first == null) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }

    private record Bound(Fault fault, PreparedFault prepared) {

        FaultRecord finish() {
            FaultReport before = prepared.report();
            try {
                prepared.compensate();
            } catch (ScupperException e) {
                return record(
                        before, before.held(), (before.note() + " It could not be given back: " + e.getMessage()));
            }
            FaultReport after = prepared.report();
            return record(before, after.held(), after.note());
        }

        private FaultRecord record(FaultReport before, long notGivenBack, String note) {
            return new FaultRecord(
                    fault.id(),
                    fault.parameters(),
                    fault.recovery().name(),
                    before.matched(),
                    before.fired(),
                    before.held(),
                    notGivenBack,
                    note.strip());
        }
    }
}
