package io.scupper.fault;

import io.scupper.control.Activation;
import io.scupper.control.Trigger;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import java.io.IOException;

/**
 * A fault that is traffic from outside. Mostly nothing is withheld, so that lifting it is to send no more; clients that stay
 * withhold what the service waits for. An operation is one volley; each of its requests is a match, and fires once it has
 * landed.
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

        /** Makes room for one more client that stays; false if there is none. */
        default boolean reserve() {
            return true;
        }

        /** Begins to move what stays, or stops it. */
        default void move(boolean moves) {}

        /** Returns how many clients stay now. */
        default long held() {
            return 0;
        }

        /** Lets all that stay go. */
        default void giveBack() {}

        /** Ends its threads, and what they do. */
        default void close() {}
    }

    @Override
    public boolean bringsTraffic() {
        return true;
    }

    @Override
    public void operate() throws IOException {
        volley.send(concurrency, () -> {
            boolean harmful = armed && trigger.pull() && reserved();
            String ending = requests.send(harmful);
            if (harmful) {
                landed.add(ending);
            }
        });
    }

    private boolean reserved() {
        boolean reserved = requests.reserve();
        if (!reserved) {
            trigger.giveBack();
        }
        return reserved;
    }

    @Override
    public void arm() {
        trigger.arm();
        armed = true;
        requests.move(true);
    }

    @Override
    public void lift() {
        armed = false;
        requests.move(false);
    }

    @Override
    public void compensate() {
        requests.giveBack();
    }

    @Override
    public FaultReport report() {
        long fired = landed.total();
        return new FaultReport(
                trigger.matched(), fired, requests.held(), fired == 0 ? "" : requests.describe(fired, landed));
    }

    @Override
    public void close() {
        lift();
        volley.close();
        requests.giveBack();
        requests.close();
    }
}
