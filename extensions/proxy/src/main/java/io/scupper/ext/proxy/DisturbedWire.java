package io.scupper.ext.proxy;

import io.scupper.model.ByteSize;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Wire;
import io.scupper.spi.Wire.Disturbance;
import io.scupper.spi.Wire.Disturbed;
import io.scupper.spi.Wire.Effects;
import io.scupper.spi.Wire.Traffic;
import org.jspecify.annotations.Nullable;

/**
 * A disturbance of one wire, armed and lifted. It fires each time it delays, stops, discards or ends something, and when what
 * it holds back is seen to have become more. A wire on which nothing came was not disturbed, and has not fired.
 */
final class DisturbedWire implements PreparedFault {

    private static final Traffic NOTHING = new Traffic(0, 0, 0, 0, 0, 0);
    private static final Effects NONE = new Effects(0, 0, 0, 0, 0);

    private final String companion;
    private final Wire wire;
    private final Disturbance disturbance;

    @Nullable
    private Disturbed disturbed;

    private boolean armed;
    private Traffic before = NOTHING;
    private Traffic passed = NOTHING;
    private Effects earlier = NONE;

    DisturbedWire(String companion, Wire wire, Disturbance disturbance) {
        this.companion = companion;
        this.wire = wire;
        this.disturbance = disturbance;
    }

    @Override
    public void arm() {
        release();
        before = wire.traffic();
        disturbed = wire.disturb(disturbance);
        armed = true;
    }

    @Override
    public void lift() {
        if (armed && disturbed != null) {
            passed = sum(passed, wire.traffic());
            armed = false;
            disturbed.lift();
        }
    }

    /** Resets the connections that it keeps; of everything else, nothing is left to give back. */
    @Override
    public void compensate() {
        release();
    }

    @Override
    public FaultReport report() {
        Effects now = effects();
        long leftAlone = now.connections() - now.taken();
        return new FaultReport(now.fired() + leftAlone, now.fired(), now.held(), note(now));
    }

    @Override
    public void close() {
        release();
    }

    private void release() {
        lift();
        if (disturbed != null) {
            disturbed.release();
            earlier = sum(earlier, disturbed.effects());
            disturbed = null;
        }
    }

    private Effects effects() {
        return disturbed == null ? earlier : sum(earlier, disturbed.effects());
    }

    private String note(Effects now) {
        Traffic meanwhile = armed ? sum(passed, wire.traffic()) : passed;
        String took =
                "On the wire to '%s' it took %d of %d connections".formatted(companion, now.taken(), now.connections());
        String lost = now.discarded() == 0 ? "" : " and discarded " + ByteSize.format(now.discarded());
        return "%s%s; %s to the subject and %s to the server passed meanwhile."
                .formatted(took, lost, ByteSize.format(meanwhile.toSubject()), ByteSize.format(meanwhile.toServer()));
    }

    /** Adds what passed since it was armed to what passed when it was armed earlier. */
    private Traffic sum(Traffic sum, Traffic now) {
        return new Traffic(
                sum.connections() + now.connections() - before.connections(),
                now.open(),
                sum.toSubject() + now.toSubject() - before.toSubject(),
                sum.toServer() + now.toServer() - before.toServer(),
                sum.discarded() + now.discarded() - before.discarded(),
                sum.disturbed() + now.disturbed() - before.disturbed());
    }

    private static Effects sum(Effects one, Effects other) {
        return new Effects(
                one.connections() + other.connections(),
                one.taken() + other.taken(),
                one.fired() + other.fired(),
                other.held(),
                one.discarded() + other.discarded());
    }
}
