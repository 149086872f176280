package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import io.scupper.spi.Wire.Disturbance;
import io.scupper.spi.Wire.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/**
 * Carries one direction of one connection, from one socket to the other, as its gate allows. It always reads first and
 * asks the gate then. A stall therefore takes one buffer from the sender, holds it, and reads no more; the held bytes go
 * on when the stall ends. What was past the gate when a disturbance began counts as in flight, as it would on a wire.
 *
 * <p>The end of the stream waits for the end of a stall, like the bytes before it; the other disturbances let it pass.
 */
final class Pump {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final Socket from;
    private final Socket to;
    private final Direction direction;
    private final Gate gate;
    private final Meter meter;
    private final Pace pace = new Pace();

    Pump(Socket from, Socket to, Direction direction, Gate gate, Meter meter) {
        this.from = from;
        this.to = to;
        this.direction = direction;
        this.gate = gate;
        this.meter = meter;
    }

    /**
     * Carries until the sender ends its stream, and ends the receiver's then.
     *
     * @throws IOException if either side reset the connection or it was closed here
     * @throws InterruptedException if the connection was closed while the gate held its bytes
     */
    void run() throws IOException, InterruptedException {
        var in = from.getInputStream();
        var out = to.getOutputStream();
        var buffer = new byte[BUFFER_BYTES];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            pass(out, buffer, length);
        }
        awaitEndOfStall();
        to.shutdownOutput();
    }

    private void pass(OutputStream out, byte[] buffer, int length) throws IOException, InterruptedException {
        int offset = 0;
        while (offset < length) {
            Disturbance disturbance = gate.disturbance();
            if (disturbance == null) {
                offset += forward(out, buffer, offset, length - offset);
            } else if (disturbance.kind() == Kind.BANDWIDTH) {
                offset += trickle(disturbance, out, buffer, offset, length);
            } else if (disturbance.kind() == Kind.BLACK_HOLE) {
                meter.discarded(length - offset);
                offset = length;
            } else {
                meter.disturbed();
                awaitEndOfStall();
            }
        }
    }

    private int trickle(Disturbance bandwidth, OutputStream out, byte[] buffer, int offset, int length)
            throws IOException, InterruptedException {
        long wait = pace.untilDue(bandwidth);
        if (wait > 0) {
            meter.disturbed();
            if (!gate.awaitUnchanged(bandwidth, wait)) {
                return 0;
            }
        }
        int slice = forward(out, buffer, offset, Pace.slice(bandwidth, length - offset));
        pace.spent(slice, bandwidth.bytesPerSecond());
        return slice;
    }

    private int forward(OutputStream out, byte[] buffer, int offset, int length) throws IOException {
        meter.forwarded(direction, length);
        out.write(buffer, offset, length);
        return length;
    }

    private void awaitEndOfStall() throws InterruptedException {
        Disturbance disturbance = gate.disturbance();
        while (disturbance != null && disturbance.kind() == Kind.STALL) {
            gate.awaitChange(disturbance);
            disturbance = gate.disturbance();
        }
    }
}
