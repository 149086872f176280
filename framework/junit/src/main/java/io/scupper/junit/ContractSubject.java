package io.scupper.junit;

import io.scupper.engine.Operation;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import java.util.List;
import java.util.function.Function;
import org.opentest4j.AssertionFailedError;

/** The subject of a fault's contract, and the fault in it step by step, without an experiment around them. */
final class ContractSubject implements AutoCloseable {

    /** So often an operation is carried out before it is said that a fault does not fire. */
    private static final int OFTEN = 50;

    private final Sut.Started started;
    private final HttpCalls http;
    private final Operation operation;

    ContractSubject(Sut.Started started, Function<HttpCalls, Operation> operation) {
        this.started = started;
        this.http = HttpCalls.of(started.subject());
        this.operation = operation.apply(http);
    }

    /** Begins the description of an experiment with the operation. */
    LeakExperiment experiment(String name) {
        return LeakExperiment.on(started)
                .named(name)
                .within("2s")
                .controlRounds(1)
                .operation(operation)
                .listener(new ArmedCalls(List.of(http)));
    }

    /** Prepares a fault in the subject. */
    Prepared prepare(FaultSpec fault) {
        return new Prepared(Faults.create(fault).prepare(started.subject()));
    }

    /** Returns the names of the faults that are woven now. */
    List<String> woven() {
        return started.subject().agent().peek().sites().keySet().stream()
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        started.close();
    }

    /** A fault in the subject. */
    final class Prepared implements AutoCloseable {

        private final PreparedFault fault;

        private Prepared(PreparedFault fault) {
            this.fault = fault;
        }

        void arm() {
            http.armed(true);
            fault.arm();
        }

        void lift() {
            fault.lift();
        }

        void compensate() {
            fault.compensate();
            http.armed(false);
        }

        long fired() {
            return fault.report().fired();
        }

        long held() {
            return fault.report().held();
        }

        String told() {
            return fault.report().toString();
        }

        /** One operation, with the traffic that the fault brings. */
        void operate() throws Throwable {
            operation.run();
            fault.operate();
        }

        /** As many operations as a fault is given to fire in. */
        void operateOften() throws Throwable {
            for (int i = 0; i < OFTEN; i++) {
                operate();
            }
        }

        /** Operates until it has fired. */
        void operateUntilFired() throws Throwable {
            for (int i = 0; i < OFTEN && fired() == 0; i++) {
                operate();
            }
            FaultReport report = fault.report();
            if (report.fired() == 0) {
                throw new AssertionFailedError(
                        "It did not fire in %d operations, so that nothing is shown: %s".formatted(OFTEN, report));
            }
        }

        @Override
        public void close() {
            fault.close();
            http.armed(false);
        }
    }
}
