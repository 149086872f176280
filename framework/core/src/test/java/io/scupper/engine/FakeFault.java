package io.scupper.engine;

import io.scupper.spi.Fault;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A fault that does what the test says, once for each operation while it is armed, and notes what is asked of it. */
final class FakeFault implements Fault, PreparedFault {

    final List<String> calls = new ArrayList<>();
    private final Recovery recovery;
    private final Runnable whenFired;
    private final Runnable whenCompensated;
    private final Runnable whenLifted;
    private boolean armed;
    private long fired;

    FakeFault(Recovery recovery, Runnable whenFired, Runnable whenCompensated) {
        this(recovery, whenFired, whenCompensated, () -> {});
    }

    FakeFault(Recovery recovery, Runnable whenFired, Runnable whenCompensated, Runnable whenLifted) {
        this.whenLifted = whenLifted;
        this.recovery = recovery;
        this.whenFired = whenFired;
        this.whenCompensated = whenCompensated;
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("every", "1");
    }

    @Override
    public Recovery recovery() {
        return recovery;
    }

    @Override
    public PreparedFault prepare(RunningSubject subject) {
        calls.add("prepare");
        return this;
    }

    @Override
    public void arm() {
        calls.add("arm");
        armed = true;
    }

    @Override
    public void lift() {
        calls.add("lift");
        armed = false;
        whenLifted.run();
    }

    @Override
    public void compensate() {
        calls.add("compensate");
        whenCompensated.run();
    }

    @Override
    public FaultReport report() {
        return new FaultReport(fired, fired, 0, "");
    }

    @Override
    public boolean bringsTraffic() {
        return true;
    }

    @Override
    public synchronized void operate() {
        if (armed && whenFired != NEVER) {
            fired++;
            whenFired.run();
        }
    }

    @Override
    public void close() {
        calls.add("close");
    }

    static final Runnable NEVER = () -> {};
}
