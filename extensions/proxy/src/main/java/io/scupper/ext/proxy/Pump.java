package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Carries one direction of one connection, from one socket to the other, as its gate allows. It always reads first and
 * asks the gate then. A stall therefore takes one buffer from the sender, holds it, and reads no more; the held bytes go
 * on when the stall ends. What was past the gate when a disturbance began counts as in flight, as it would on a wire.
 *
 * <p>Once a disturbance reads ahead, a second thread carries on from a {@link DelayLine}, to the end of the connection.
 */
final class Pump {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final Link link;
    private final Socket from;
    private final Socket to;
    private final Direction direction;
    private final DelayLine line = new DelayLine();
    private boolean hasLine;

    /** Which disturbances have been counted for the bytes at hand; of the thread that passes them on. */
    private final Set<Applied> counted = new HashSet<>();

    Pump(Link link, Socket from, Socket to, Direction direction) {
        this.link = link;
        this.from = from;
        this.to = to;
        this.direction = direction;
    }

    /**
     * Carries until the sender ends its stream, and ends the receiver's then.
     *
     * @throws IOException if either side reset the connection, or it was closed or reset here
     * @throws InterruptedException if the connection was closed while the gate held its bytes
     */
    void run() throws IOException, InterruptedException {
        var in = from.getInputStream();
        var buffer = new byte[BUFFER_BYTES];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            long arrived = System.nanoTime();
            if (isAhead()) {
                putInLine(Arrays.copyOf(buffer, length), arrived);
            } else {
                pass(buffer, length, arrived);
            }
        }
        if (isAhead()) {
            putInLine(new byte[0], System.nanoTime());
        } else {
            end(System.nanoTime());
        }
    }

    /** Returns how many bytes have come and have not been read. */
    int waiting() {
        try {
            return from.getInputStream().available();
        } catch (IOException e) {
            return 0;
        }
    }

    private boolean isAhead() {
        return hasLine || isReadAhead();
    }

    private boolean isReadAhead() {
        return link.gate().now().stream()
                .anyMatch(applied -> applied.readsAhead() && applied.grip(link, direction) != Grip.NONE);
    }

    private void putInLine(byte[] bytes, long arrived) throws InterruptedException {
        if (!hasLine) {
            hasLine = true;
            link.run(direction, "-line", this::runLine);
        }
        line.put(new DelayLine.Chunk(bytes, arrived), isReadAhead() ? DelayLine.CAPACITY_BYTES : 0);
    }

    private void runLine() throws IOException, InterruptedException {
        DelayLine.Chunk chunk = line.first();
        for (; !chunk.isEnd(); chunk = line.first()) {
            pass(chunk.bytes(), chunk.bytes().length, chunk.arrivedNanos());
            line.removed();
        }
        end(chunk.arrivedNanos());
    }

    private void pass(byte[] buffer, int length, long arrived) throws IOException, InterruptedException {
        int offset = 0;
        while (offset < length) {
            int left = length - offset;
            List<Applied> now = link.gate().now();
            if (now.isEmpty() && !link.isKept()) {
                offset += forward(now, buffer, offset, left);
                continue;
            }
            Step step = link.isKept() ? Step.DISCARD : count(now, new Asked(left, arrived));
            switch (step.kind()) {
                case PASS -> offset += forward(now, buffer, offset, (int) Math.min(left, step.amount()));
                case DISCARD -> offset += discard(now, left);
                default -> stop(step, now);
            }
        }
        counted.clear();
    }

    private void end(long arrived) throws IOException, InterruptedException {
        List<Applied> now = link.gate().now();
        Step step = count(now, new Asked(0, arrived));
        while (step.disturbs() && step.kind() != Step.Kind.DISCARD && !link.isKept()) {
            stop(step, now);
            now = link.gate().now();
            step = count(now, new Asked(0, arrived));
        }
        if (!link.isKept()) {
            to.shutdownOutput();
        }
    }

    private int forward(List<Applied> now, byte[] buffer, int offset, int length) throws IOException {
        try {
            OutputStream out = to.getOutputStream();
            link.meter().forwarded(direction, length);
            out.write(buffer, offset, length);
        } catch (IOException e) {
            if (link.isKept()) {
                return 0;
            }
            throw e;
        }
        counted.clear();
        for (Applied applied : now) {
            Step after = applied.grip(link, direction).passed(length);
            if (after.disturbs()) {
                applied.fired(link.meter());
                throw ended(after);
            }
        }
        return length;
    }

    private int discard(List<Applied> now, int length) {
        link.meter().discarded(length);
        Applied keeper = link.keeper();
        if (keeper != null) {
            keeper.fired(link.meter());
            keeper.discarded(length);
        }
        for (Applied applied : now) {
            if (applied.grip(link, direction).next(length, 0).kind() == Step.Kind.DISCARD) {
                applied.discarded(length);
            }
        }
        counted.clear();
        return length;
    }

    private void stop(Step step, List<Applied> now) throws IOException, InterruptedException {
        switch (step.kind()) {
            case WAIT -> link.gate().await(now, step.amount());
            case HOLD -> hold(now);
            default -> throw ended(step);
        }
    }

    private void hold(List<Applied> now) throws InterruptedException {
        var holding = List.copyOf(counted);
        holding.forEach(applied -> applied.holds(this));
        try {
            link.gate().await(now);
        } finally {
            holding.forEach(applied -> applied.holdsNoMore(this));
        }
    }

    private IOException ended(Step step) throws IOException {
        if (step.kind() == Step.Kind.CLOSE) {
            // The end first: closing with unread bytes would reset, and might overtake what was just passed on.
            to.shutdownOutput();
            link.close();
        } else {
            link.reset();
        }
        return new IOException("ended by a disturbance");
    }

    /** Asks all disturbances and returns the gravest step; each that disturbs fires, once for the bytes at hand. */
    private Step count(List<Applied> now, Asked asked) {
        Step gravest = Step.FREE;
        for (Applied applied : now) {
            Step step = asked.of(applied.grip(link, direction));
            if (step.disturbs() && counted.add(applied)) {
                applied.fired(link.meter());
            }
            gravest = gravest.orGraver(step);
        }
        return gravest;
    }

    /**
     * What a grip is asked about.
     *
     * @param length 0 for the end of the stream
     */
    private record Asked(int length, long arrivedNanos) {

        Step of(Grip grip) {
            return length == 0 ? grip.end(arrivedNanos) : grip.next(length, arrivedNanos);
        }
    }
}
