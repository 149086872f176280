package io.scupper.fault;

import io.scupper.control.Activation;
import io.scupper.control.Trigger;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import java.io.IOException;

/**
 * A fault that is traffic from outside: nothing is withheld, so that lifting it is to send no more. An operation is one
 * volley; each of its requests is a match, and fires once it has landed.
 */
final class TrafficFault implements PreparedFault {

    private final Trigger trigger;
    private final int concurrency;
    private final Requests requests;
    private final Volley volley = new Volley();
    private final Tally landed = new Tally();
    private volatile boolean armed;

    TrafficFault(Activation activation, int concurrency, Requests requests) {
        this.trigger = new Trigger(activation);
        this.concurrency = concurrency;
        this.requests = requests;
    }

    /** What is sent. */
    interface Requests {

        /**
         * Sends one request, harmful or harmless.
         *
         * @return how it ended, in a word or two
         * @throws IOException if it did not land as intended
         */
        String send(boolean harmful) throws IOException;

        /** Says what so many harmful requests were, for the record. */
        String describe(long fired, Tally endings);
    }

    @Override
    public boolean bringsTraffic() {
        return true;
    }

    @Override
    public void operate() throws IOException {
        volley.send(concurrency, () -> {
            boolean harmful = armed && trigger.pull();
            String ending = requests.send(harmful);
            if (harmful) {
                landed.add(ending);
            }
        });
    }

    @Override
    public void arm() {
        trigger.arm();
        armed = true;
    }

    @Override
    public void lift() {
        armed = false;
    }

    @Override
    public void compensate() {}

    @Override
    public FaultReport report() {
        long fired = landed.total();
        return new FaultReport(trigger.matched(), fired, 0, fired == 0 ? "" : requests.describe(fired, landed));
    }

    @Override
    public void close() {
        lift();
        volley.close();
    }
}
