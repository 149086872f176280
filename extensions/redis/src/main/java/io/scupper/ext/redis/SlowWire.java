package io.scupper.ext.redis;

import io.scupper.model.ByteSize;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Wire;
import io.scupper.spi.Wire.Disturbed;
import io.scupper.spi.Wire.Traffic;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Holds back what Redis sends to the subject. Where it publishes by itself, it fires with each operation that does;
 * otherwise as often as the wire discarded or delayed something, took hold of a connection or was seen to hold back more.
 * A wire on which nothing came was not disturbed, and has not fired. Nothing is left to compensate: after a stall or a
 * thin line everything flows on, and what a black hole took is lost.
 */
final class SlowWire implements PreparedFault {

    private final Wire wire;
    private final Slowness slowness;
    private final Publisher publisher;
    private final OutputBufferWatch watch;

    private Traffic before = new Traffic(0, 0, 0, 0, 0, 0);

    /** Null while it is not armed. */
    @Nullable
    private Disturbed armed;

    SlowWire(Wire wire, Slowness slowness, Publisher publisher, OutputBufferWatch watch) {
        this.wire = wire;
        this.slowness = slowness;
        this.publisher = publisher;
        this.watch = watch;
    }

    @Override
    public void arm() {
        before = wire.traffic();
        watch.start();
        armed = wire.disturb(slowness.disturbance());
        publisher.arm();
    }

    @Override
    public void lift() {
        publisher.lift();
        if (armed != null) {
            armed.release();
            armed = null;
        }
        watch.stop();
    }

    @Override
    public void compensate() {}

    @Override
    public FaultReport report() {
        String evidence = watch.evidence();
        Traffic now = wire.traffic();
        long disturbed = now.disturbed() - before.disturbed();
        boolean stall = slowness.how() == Slowness.How.STALL;
        long seen = publisher.bringsTraffic() ? publisher.matched() : disturbed + (stall ? watch.increases() : 0);
        long fired = publisher.bringsTraffic() ? publisher.fired() : seen;
        return new FaultReport(
                seen,
                disturbed == 0 ? 0 : fired,
                armed != null && stall ? disturbed : 0,
                note(disturbed, now) + evidence);
    }

    @Override
    public boolean bringsTraffic() {
        return publisher.bringsTraffic();
    }

    @Override
    public void operate() throws IOException {
        publisher.operate();
    }

    @Override
    public void close() {
        try (watch;
                publisher) {
            lift();
        }
    }

    private String note(long disturbed, Traffic now) {
        if (disturbed == 0) {
            return "Redis sent nothing to the subject that could be held back";
        }
        if (slowness.how() == Slowness.How.STALL) {
            return "stalled " + disturbed + (disturbed == 1 ? " connection" : " connections");
        }
        return slowness.how() == Slowness.How.BANDWIDTH
                ? "delayed " + disturbed + " transfers to " + ByteSize.format(slowness.bytesPerSecond()) + "/s"
                : "discarded " + ByteSize.format(now.discarded() - before.discarded());
    }
}
