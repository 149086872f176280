package io.scupper.engine;

import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.RunningSubject;
import java.util.ArrayList;
import java.util.List;

/**
 * How often a workload reaches what faults are about: one round with all of them woven and armed, of which none may ever fire. It
 * tells which faults apply to a subject before any of them does harm.
 */
public final class Census {

    private Census() {}

    /**
     * What one fault has seen.
     *
     * @param matched occasions in one round; 0 if it does not apply
     * @param note why it does not apply, where that is known
     */
    public record Count(String faultId, long matched, String note) {}

    /**
     * Takes one round of a plan's operations.
     *
     * @param plan whose own faults bring their traffic, and are not armed
     * @param counted faults whose activation never fires
     */
    public static List<Count> of(Plan plan, List<Fault> counted, RunningSubject subject, Operation operation)
            throws InterruptedException {
        var counters = new ArrayList<Counter>();
        try (var own = new PreparedFaults(plan.faults(), subject);
                var load = new Load(own.addedTo(operation), plan.concurrency(), plan.operationWithin())) {
            counted.forEach(fault -> counters.add(Counter.of(fault, subject)));
            load.run("the census of faults", plan.operations(), Plan.ROUND_WITHIN, subject::requireAlive);
            return counters.stream().map(Counter::count).toList();
        } finally {
            counters.forEach(Counter::close);
        }
    }

    /** One fault that counts; without one where it cannot be woven, and a note that says why. */
    private record Counter(String id, List<PreparedFault> prepared, String note) {

        static Counter of(Fault fault, RunningSubject subject) {
            try {
                PreparedFault prepared = fault.prepare(subject, fault.id() + "-census");
                prepared.arm();
                return new Counter(fault.id(), List.of(prepared), "");
            } catch (ScupperException e) {
                return new Counter(fault.id(), List.of(), String.valueOf(e.getMessage()));
            }
        }

        Count count() {
            return prepared.stream()
                    .map(PreparedFault::report)
                    .map(report -> new Count(id, report.matched(), report.note()))
                    .findFirst()
                    .orElseGet(() -> new Count(id, 0, note));
        }

        void close() {
            prepared.forEach(PreparedFault::close);
        }
    }
}
